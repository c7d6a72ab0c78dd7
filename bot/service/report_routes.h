#pragma once

#include "bot/assistant.h"
#include "bot/config.h"
#include "bot/service/router.h"
#include "bot/store/audit_log.h"
#include "bot/store/store.h"

namespace bot {

/// GET /api/reports: how the desk does, and what people ask. All references outlive the router.
void add_report_route(Router& router, const Config& config, const knowledge::Knowledge& knowledge,
                      Store& store, AuditLog& audit, Clock clock);

}  // namespace bot
