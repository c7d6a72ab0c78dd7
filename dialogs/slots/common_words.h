#pragma once

#include <string_view>

namespace dialogs {

/// Whether a word, as Token::form has it, is an everyday word of English or Spanish rather than a
/// name. Thread-safe.
bool is_common_word(std::string_view form);

}  // namespace dialogs
