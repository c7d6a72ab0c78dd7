#pragma once

#include <string>

#include "bot/account/sign_in.h"
#include "bot/service/router.h"

namespace bot {

/// /api/session: sign in, who is signed in, sign out, one's own password. `clinic` may be no
/// password. All references outlive the router.
void add_session_routes(Router& router, SignIn& sign_in, DeskSessions& sessions, Clock clock,
                        std::string clinic);

}  // namespace bot
