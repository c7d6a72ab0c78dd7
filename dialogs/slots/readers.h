#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "dialogs/slots/slot.h"

// One reader a kind of slot, behind read_slot(), and one finder for each kind that visitors state
// unasked. All are pure, thread-safe, never throw, and take any bytes in English or Spanish.
namespace dialogs {

/// A detail that stands somewhere in a text.
struct Found {
  SlotValue value;
  std::size_t begin = 0;  ///< bytes into the text
  std::size_t end = 0;    ///< one past the last byte
};

SlotReading read_name(std::string_view text, const SlotContext& context);
SlotReading read_phone(std::string_view text, const SlotContext& context);
SlotReading read_email(std::string_view text, const SlotContext& context);
SlotReading read_callback_time(std::string_view text, const SlotContext& context);
SlotReading read_insurer(std::string_view text, const SlotContext& context);
SlotReading read_yes_no(std::string_view text, const SlotContext& context);
SlotReading read_for_whom(std::string_view text, const SlotContext& context);

/// Finders take only what has no other likely reading, in the order of the text.
std::vector<Found> find_names(std::string_view text, const SlotContext& context);
std::vector<Found> find_phones(std::string_view text, const SlotContext& context);
std::vector<Found> find_emails(std::string_view text, const SlotContext& context);
std::vector<Found> find_callback_times(std::string_view text, const SlotContext& context);
std::vector<Found> find_insurers(std::string_view text, const SlotContext& context);
std::vector<Found> find_for_whom(std::string_view text, const SlotContext& context);

}  // namespace dialogs
