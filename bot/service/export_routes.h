#pragma once

#include <memory>

#include "bot/service/desk.h"
#include "bot/service/router.h"

namespace bot {

/// GET /api/export.csv: callbacks as a sheet, by the filters of the list; every one is audited.
void add_export_route(Router& router, const std::shared_ptr<Desk>& desk);

}  // namespace bot
