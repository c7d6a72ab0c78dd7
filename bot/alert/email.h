#pragma once

#include <string>

#include "bot/alert/alert.h"
#include "bot/alert/alert_config.h"

namespace bot {

/// The whole message, RFC 5322: where to look, and nothing about anybody.
std::string email_message(const Alert& alert, const EmailConfig& config, std::int64_t now_ms);

/// Hands it once to the mail server, over TLS unless the configuration says otherwise.
Telling tell_email(const Alert& alert, const EmailConfig& config, int timeout_s,
                   std::int64_t now_ms);

}  // namespace bot
