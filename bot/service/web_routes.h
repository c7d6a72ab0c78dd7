#pragma once

#include "bot/assistant.h"
#include "bot/service/router.h"
#include "bot/service/turn_observer.h"
#include "bot/service/visitor_limits.h"

namespace bot {

/// POST, GET and DELETE /webhooks/web: what a chat on a web page talks to. All references outlive
/// the router.
void add_web_routes(Router& router, const Config& config, Assistant& assistant, Store& store,
                    VisitorLimits& limits, Clock clock, TurnObserver observe);

}  // namespace bot
