#pragma once

#include <string>
#include <variant>

#include "bot/service/http_message.h"
#include "bot/store/once.h"

namespace bot {

/// What makes a change that is sent twice the same: who sends it, their Idempotency-Key, method,
/// path and body. `body` stands for the request's own where that holds a password. Without a key
/// nothing; a key that is too long is refused.
std::variant<Once, Rejection> read_once(const HttpRequest& request, const std::string& body);

extern const Rejection kKeyReused;

}  // namespace bot
