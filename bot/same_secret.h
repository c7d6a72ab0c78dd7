#pragma once

#include <string_view>

namespace bot {

/// Compares in a time that does not tell where, or how much, they differ.
bool is_same_secret(std::string_view one, std::string_view other);

}  // namespace bot
