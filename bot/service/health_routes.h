#pragma once

#include "bot/service/figures.h"
#include "bot/service/router.h"
#include "bot/store/store.h"

namespace bot {

/// /healthz: the process lives. /readyz: the database takes writes. /metrics: the figures. All
/// references outlive the router.
void add_health_routes(Router& router, const Store& store, const Figures& figures);

}  // namespace bot
