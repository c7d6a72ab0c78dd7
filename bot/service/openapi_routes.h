#pragma once

#include "bot/service/router.h"

namespace bot {

/// GET /openapi.json: what every route takes and answers.
void add_openapi_route(Router& router);

}  // namespace bot
