#pragma once

#include <string>

#include "bot/assistant.h"
#include "bot/service/router.h"
#include "bot/service/turn_observer.h"

namespace bot {

/// POST /webhooks/sms/twilio and its /status: what Twilio calls, signed with `auth_token`. All
/// references outlive the router.
void add_twilio_routes(Router& router, const Config& config, Assistant& assistant,
                       std::string auth_token, TurnObserver observe);

}  // namespace bot
