#include "bot/service/console_routes.h"

#include <string>

#include "bot/console/console_files.h"

namespace bot {
namespace {

constexpr const char* kForEver = "public, max-age=31536000, immutable";
constexpr const char* kNotKept = "no-cache";
constexpr std::string_view kPage = "index.html";

// As that of every answer, and no text can become HTML or a script by any way the browser knows.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

constexpr const char* kWithout =
    "This program was built without its console: npm was not there. Install nodejs and npm, build "
    "again with bot/run, and load this page again. The queue is at /api/callbacks meanwhile.\n";

}  // namespace

void add_console_routes(Router& router) {
  router.add("GET", "/console", Permission::open, [](const HttpRequest&) -> HttpOutcome {
    return HttpResponse{308, "", "", {{"Location", "/console/"}}};
  });
  if (console_files().empty())
    router.add("GET", "/console/", Permission::open, [](const HttpRequest&) -> HttpOutcome {
      return HttpResponse{501, "text/plain; charset=utf-8", kWithout};
    });
  for (const auto& file : console_files()) {
    const bool page = file.name == kPage;
    const std::string path = "/console/" + (page ? std::string() : std::string(file.name));
    router.add("GET", path, Permission::open, [file, page](const HttpRequest&) -> HttpOutcome {
      return HttpResponse{200, std::string(file.type), std::string(file.content),
                          {{"Cache-Control", page ? kNotKept : kForEver},
                           {"Content-Security-Policy", kPolicy}}};
    });
  }
}

}  // namespace bot
