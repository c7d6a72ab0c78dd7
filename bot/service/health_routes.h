#pragma once

#include "bot/service/router.h"
#include "bot/store/store.h"

namespace bot {

/// /healthz: the process lives. /readyz: the database takes writes. `store` outlives the router.
void add_health_routes(Router& router, const Store& store);

}  // namespace bot
