#pragma once

#include "bot/config.h"
#include "bot/service/router.h"

namespace bot {

/// GET /widget.js and the panel that it loads, for pages of any website; and this service's own
/// page with the widget at /.
void add_widget_routes(Router& router, const ClinicConfig& clinic);

}  // namespace bot
