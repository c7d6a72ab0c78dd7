#include "bot/service/cross_origin.h"

#include <algorithm>
#include <utility>

#include "bot/service/problem_response.h"
#include "bot/store/store.h"

namespace bot {
namespace {

constexpr int kNoContent = 204;
constexpr const char* kPreflightSeconds = "600";

const Rejection kForeignPage{403, "foreign-page", "This website may not use the assistant.",
                             "List it under 'server.page_origins' in config/bot.yaml."};

/// "https://clinic.example" without its scheme, which is what Host says.
std::string_view without_scheme(std::string_view origin) {
  const auto end = origin.find("://");
  return end == std::string_view::npos ? std::string_view() : origin.substr(end + 3);
}

/// The listed website whose page asks; nothing where it is none of them.
const std::string* listed(const HttpRequest& request, const ServerConfig& server) {
  const auto found =
      std::find(server.page_origins.begin(), server.page_origins.end(), request.origin);
  return found == server.page_origins.end() ? nullptr : &*found;
}

bool may_use(const HttpRequest& request, const ServerConfig& server) {
  return is_own_page(request, server) || listed(request, server) != nullptr;
}

HttpResponse shared(HttpResponse response, const HttpRequest& request, const ServerConfig& server) {
  response.headers.emplace_back("Vary", "Origin");
  // As the configuration writes it: what a sender wrote is never said back.
  if (const auto* origin = listed(request, server)) {
    response.headers.emplace_back("Access-Control-Allow-Origin", *origin);
    response.headers.emplace_back("Access-Control-Expose-Headers", "Retry-After");
  }
  return response;
}

/// The page must be able to read "not now" too, or it cannot tell its visitor.
HttpResponse answer(const HttpHandler& handler, const HttpRequest& request) {
  try {
    return response_of(handler(request));
  } catch (const StoreUnavailable&) {
    return problem_response(kUnavailable);
  }
}

}  // namespace

bool is_own_page(const HttpRequest& request, const ServerConfig& server) {
  // A page cannot choose the Host that its own requests go to, so equal means same origin.
  return request.origin.empty() || request.origin == server.public_url ||
         without_scheme(request.origin) == request.host;
}

void add_shared_route(Router& router, const Config& config, std::string method, std::string path,
                      HttpHandler handler) {
  router.add(std::move(method), std::move(path), Permission::open,
             [&config, handler = std::move(handler)](const HttpRequest& request) -> HttpOutcome {
               if (!may_use(request, config.server)) return kForeignPage;
               return shared(answer(handler, request), request, config.server);
             });
}

void add_preflight(Router& router, const Config& config, std::string path, std::string methods) {
  router.add("OPTIONS", std::move(path), Permission::open,
             [&config, methods = std::move(methods)](const HttpRequest& request) -> HttpOutcome {
               if (!may_use(request, config.server)) return kForeignPage;
               HttpResponse response{kNoContent, "", ""};
               response.headers = {{"Access-Control-Allow-Methods", methods},
                                   {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
                                   {"Access-Control-Max-Age", kPreflightSeconds}};
               return shared(std::move(response), request, config.server);
             });
}

}  // namespace bot
