#pragma once

#include <memory>

#include "bot/service/desk.h"
#include "bot/service/router.h"

namespace bot {

/// /api/callbacks: the queue that coordinators work from. All references outlive the router.
void add_desk_routes(Router& router, const Config& config, const knowledge::Knowledge& knowledge,
                     Store& store, AuditLog& audit, Clock clock);

/// Lists, cards, transcripts, search: what is only read.
void add_reading_routes(Router& router, const std::shared_ptr<Desk>& desk);

}  // namespace bot
