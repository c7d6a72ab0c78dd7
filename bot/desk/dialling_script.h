#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dialogs/slots/slot.h"

namespace bot {

/// The safe-contact card as lines to read while dialling, in order. What was not allowed, or not
/// asked, is not done; to a number that asked for silence no message goes at all.
std::vector<std::string> dialling_script(const dialogs::Slots& fields, bool is_suppressed);

/// The text in a field; empty where there is none.
std::string text_field(const dialogs::Slots& fields, std::string_view name);

}  // namespace bot
