#pragma once

#include <string>

#include "bot/config.h"
#include "bot/service/router.h"

namespace bot {

/// Whether the page that asks is one of this service itself, or no page: a program sends no
/// Origin.
bool is_own_page(const HttpRequest& request, const ServerConfig& server);

/// Adds a route that pages of the websites in `server.page_origins` may use from a visitor's
/// browser, and that answers every other website's pages with 403. Its OPTIONS is a matter of its
/// own: add_preflight(). `config` outlives the router.
void add_shared_route(Router& router, const Config& config, std::string method, std::string path,
                      HttpHandler handler);

/// What a browser asks before a page may use `path` with these methods ("GET, POST").
void add_preflight(Router& router, const Config& config, std::string path, std::string methods);

}  // namespace bot
