#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/alert/alert.h"
#include "bot/alert/alert_config.h"

namespace bot {

/// Standard Webhooks: "v1," and the base64 of HMAC-SHA256 over "id.timestamp.payload", one for each
/// secret, with spaces between. A secret is "whsec_" and base64, or plain text.
std::string webhook_signature(std::string_view id, std::string_view timestamp,
                              std::string_view payload, const std::vector<std::string>& secrets);

std::string webhook_payload(const Alert& alert);

/// Posts it once. No redirect is followed, no proxy used; where private addresses are not allowed,
/// the address that is really connected to is looked at, so that no name can lead inside.
Telling tell_webhook(const Alert& alert, const WebhookConfig& config, int timeout_s,
                     std::int64_t now_ms);

}  // namespace bot
