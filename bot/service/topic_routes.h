#pragma once

#include "bot/assistant.h"
#include "bot/config.h"
#include "bot/service/router.h"
#include "bot/store/audit_log.h"

namespace bot {

/// POST /api/topics/draft: the beginning of a topic's file, as text; nothing is written anywhere.
/// All references outlive the router.
void add_topic_routes(Router& router, const Config& config,
                      const knowledge::Knowledge& knowledge, AuditLog& audit, Clock clock);

}  // namespace bot
