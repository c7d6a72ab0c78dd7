#pragma once

#include <string>
#include <vector>

#include "dialogs/slots/slot.h"

namespace tests {

/// A line of tests/dialogs/answers/<slot>.<language>.txt: `what a visitor writes => its value`.
/// Alternatives are parted by ` | `; `?` is "must be asked again". `#` starts a comment line.
struct SlotAnswer {
  std::string at;  ///< file:line
  std::string text;
  std::vector<std::string> values;
};

std::vector<SlotAnswer> slot_answers(const std::string& file);

/// Thursday 2026-03-12 14:30 in Los Angeles, where visitor and clinic are.
dialogs::SlotContext answer_context(const knowledge::Language& language);

/// A value as the tables write it: "2026-03-13 08:00-12:00", "self", "son", "other", "?".
std::string written(const dialogs::SlotValue& value);
std::string written(const dialogs::SlotReading& reading);

/// The tables compare as people do: composed, lower case, straight apostrophes.
bool is_same_value(const std::string& want, const std::string& have);

}  // namespace tests
