#pragma once

#include "bot/service/router.h"

namespace bot {

/// GET /console/ and the files that it loads. They hold no data, so that they are open; a program
/// that was built without npm says there how to get them.
void add_console_routes(Router& router);

}  // namespace bot
