#pragma once

#include "bot/assistant.h"
#include "bot/service/router.h"
#include "bot/store/audit_log.h"

namespace bot {

/// GET /api/audit: who did what, newest first, in pages. POST /api/audit/readings: that somebody
/// read transcripts with one of the program's own commands, which alone may say so. `log` outlives
/// the router.
void add_audit_routes(Router& router, AuditLog& log, Clock clock);

}  // namespace bot
