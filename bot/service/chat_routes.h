#pragma once

#include "bot/assistant.h"
#include "bot/service/router.h"
#include "bot/service/turn_observer.h"
#include "bot/service/visitor_limits.h"

namespace bot {

/// The chat at /chat as a plain HTML form, for those without JavaScript. The conversation's token
/// travels in a hidden field, never in an address or a cookie: no other website's page can know it,
/// so none can speak for a visitor. All references outlive the router.
void add_chat_routes(Router& router, const Config& config, Assistant& assistant, Store& store,
                     VisitorLimits& limits, Clock clock, TurnObserver observe);

}  // namespace bot
