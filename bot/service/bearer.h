#pragma once

#include <string>
#include <string_view>

#include "bot/rejection.h"

namespace bot {

/// The token of "Authorization: Bearer TOKEN"; empty where there is none.
std::string bearer_token(std::string_view authorization);

extern const Rejection kUnauthorized;

}  // namespace bot
