#pragma once

#include "bot/assistant.h"
#include "bot/service/router.h"

namespace bot {

/// /api/callbacks: the queue that coordinators work from. All references outlive the
/// router.
void add_desk_routes(Router& router, const Config& config, Store& store, Clock clock);

}  // namespace bot
