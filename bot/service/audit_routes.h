#pragma once

#include "bot/service/router.h"
#include "bot/store/audit_log.h"

namespace bot {

/// GET /api/audit: who did what, newest first, in pages. `log` outlives the router.
void add_audit_routes(Router& router, AuditLog& log);

}  // namespace bot
