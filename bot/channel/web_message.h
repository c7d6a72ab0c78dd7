#pragma once

#include <string_view>
#include <variant>

#include "bot/config.h"
#include "bot/incoming_message.h"
#include "bot/rejection.h"

namespace bot {

/// The body of POST /webhooks/web, read strictly: {"conversation"?, "message_id", "text" or
/// "choice", "language"?, "zone"?, "page"?}. Pure.
std::variant<IncomingMessage, Rejection> parse_web_message(std::string_view body,
                                                           const Config& config);

}  // namespace bot
