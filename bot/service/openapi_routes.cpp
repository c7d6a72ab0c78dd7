#include "bot/service/openapi_routes.h"

#include "bot/openapi/openapi_document.h"

namespace bot {

void add_openapi_route(Router& router) {
  router.add("GET", "/openapi.json", Permission::open,
             [text = openapi_json()](const HttpRequest&) -> HttpOutcome {
               return HttpResponse{200, "application/json", text, {{"Cache-Control", "no-cache"}}};
             });
}

}  // namespace bot
