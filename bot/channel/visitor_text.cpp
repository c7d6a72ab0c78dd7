#include "bot/channel/visitor_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <string>

namespace bot {
namespace {

/// Calls `see` with each code point, U_SENTINEL for bytes that are none, until it says stop.
template <typename See>
void each_code_point(std::string_view text, See&& see) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 code;
    U8_NEXT(bytes, at, size, code);
    if (!see(code)) return;
  }
}

bool turns_direction(UChar32 code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool is_visible(UChar32 code) {
  return !u_isUWhiteSpace(code) && !u_iscntrl(code) &&
         !u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  bool valid = true;
  each_code_point(bytes, [&](UChar32 code) { return valid = code >= 0; });
  return valid;
}

bool is_blank(std::string_view text) {
  bool blank = true;
  each_code_point(text, [&](UChar32 code) { return blank = !is_visible(code); });
  return blank;
}

std::optional<Rejection> refuse_text(std::string_view text, int characters_max) {
  if (!is_utf8(text))
    return Rejection{400, "not-utf8", "The text is not UTF-8.", "Send the text in UTF-8."};
  int characters = 0;
  bool has_nul = false;
  bool has_turns = false;
  each_code_point(text, [&](UChar32 code) {
    ++characters;
    has_nul = has_nul || code == 0;
    has_turns = has_turns || turns_direction(code);
    return true;
  });
  if (characters > characters_max)
    return Rejection{400, "text-too-long", "The text is too long.",
                     "Send at most " + std::to_string(characters_max) + " characters."};
  if (has_nul)
    return Rejection{400, "nul-character", "The text holds a NUL character.",
                     "Send the text without it."};
  if (has_turns)
    return Rejection{400, "direction-control", "The text holds controls of its direction.",
                     "Leave out the characters U+202A to U+202E and U+2066 to U+2069."};
  if (is_blank(text))
    return Rejection{400, "text-blank", "The text is blank.", "Send what the visitor wrote."};
  return std::nullopt;
}

}  // namespace bot
