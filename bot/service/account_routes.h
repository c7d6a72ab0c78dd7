#pragma once

#include <string>

#include "bot/account/passwords.h"
#include "bot/assistant.h"
#include "bot/service/router.h"
#include "bot/store/accounts.h"
#include "bot/store/desk_sessions.h"

namespace bot {

/// /api/accounts: who may sign in. What is made for an account, its second factor and its recovery
/// codes, is answered this once, or for an hour where the same request is sent again. `clinic` is
/// how authenticator apps name the desk. All references outlive the router.
void add_account_routes(Router& router, Accounts& accounts, DeskSessions& sessions,
                        Passwords& passwords, Clock clock, std::string clinic);

}  // namespace bot
