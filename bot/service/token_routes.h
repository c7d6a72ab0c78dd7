#pragma once

#include "bot/assistant.h"
#include "bot/service/router.h"
#include "bot/store/api_tokens.h"

namespace bot {

/// /api/tokens: what machines show. A token is answered once, when it is made. All references
/// outlive the router.
void add_token_routes(Router& router, ApiTokens& tokens, Clock clock);

}  // namespace bot
