#pragma once

#include <string>
#include <string_view>

#include "bot/rejection.h"

namespace bot {

/// The token of "Authorization: Bearer TOKEN"; empty where there is none.
std::string bearer_token(std::string_view authorization);

/// Compares in a time that does not tell where they differ.
bool is_same_secret(std::string_view one, std::string_view other);

extern const Rejection kUnauthorized;

}  // namespace bot
