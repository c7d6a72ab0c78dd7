#pragma once

#include <optional>
#include <string_view>

#include "bot/rejection.h"

namespace bot {

/// Why a text that a visitor wrote cannot be taken, if so: not UTF-8, a NUL, controls that turn the
/// direction of text (they make it look like another one), longer than `characters_max` code
/// points, or nothing to be seen in it.
std::optional<Rejection> refuse_text(std::string_view text, int characters_max);

/// Whether nothing in it can be seen: white space, controls, zero-width characters. Valid UTF-8.
bool is_blank(std::string_view text);

bool is_utf8(std::string_view bytes);

}  // namespace bot
