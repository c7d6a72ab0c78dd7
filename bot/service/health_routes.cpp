#include "bot/service/health_routes.h"

#include "bot/service/problem_response.h"

namespace bot {

void add_health_routes(Router& router, const Store& store, const Figures& figures) {
  router.add("GET", "/healthz", Permission::open, [](const HttpRequest&) -> HttpOutcome {
    return HttpResponse{200, "application/json", R"({"status":"ok"})"};
  });
  router.add("GET", "/readyz", Permission::open, [&store](const HttpRequest&) -> HttpOutcome {
    if (!store.ready()) return kUnavailable;
    return HttpResponse{200, "application/json", R"({"status":"ready"})"};
  });
  router.add("GET", "/metrics", Permission::open, [&figures](const HttpRequest&) -> HttpOutcome {
    return HttpResponse{200, "text/plain; version=0.0.4; charset=utf-8", figures.text()};
  });
}

}  // namespace bot
