#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace knowledge {

/// Two concatenated GSM-7 segments (2 x 153 septets): the budget of every SMS text.
inline constexpr std::size_t kSmsSeptetsMax = 306;

/// Septets that `utf8` takes in the GSM 03.38 default alphabet with its extension table (which
/// counts two); nullopt where a character is not in it, which would turn the whole message to
/// UCS-2. Source: 3GPP TS 23.038.
std::optional<std::size_t> gsm7_septets(std::string_view utf8);

/// The first character that is not in the alphabet; "" where every one is.
std::string first_not_gsm7(std::string_view utf8);

/// Curly quotes, dashes, ellipsis and no-break space to their GSM-7 equals; accented letters that
/// GSM-7 lacks (á í ó ú) to the plain letter. Other characters stay.
std::string to_gsm7(std::string_view utf8);

}  // namespace knowledge
