#pragma once

#include <optional>
#include <string_view>

namespace dialogs {

/// "seven", "siete", "twelve", "treinta": 0 to 90 where the word stands for one number by itself.
std::optional<int> number_word(std::string_view form);

/// A digit as people say it: "oh" and "cero" too.
std::optional<int> digit_word(std::string_view form);

}  // namespace dialogs
