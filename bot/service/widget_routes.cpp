#include "bot/service/widget_routes.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "bot/service/html.h"
#include "bot/widget/widget_files.h"
#include "dialogs/placeholder.h"

namespace bot {
namespace {

constexpr const char* kJavaScript = "text/javascript; charset=utf-8";
constexpr const char* kForMinutes = "public, max-age=300";
constexpr const char* kForEver = "public, max-age=31536000, immutable";
constexpr const char* kNotKept = "no-cache";

std::string loader(const ClinicConfig& clinic) {
  const nlohmann::ordered_json json = {{"name", clinic.name}, {"phone", clinic.phone}};
  constexpr bool kAsciiOnly = true;  // whatever character set the page is read in
  constexpr std::string_view kMark = "'@clinic@'";
  std::string text(kWidgetLoader);
  return text.replace(text.find(kMark), kMark.size(), json.dump(-1, ' ', kAsciiOnly));
}

std::string demo_page(const ClinicConfig& clinic) {
  const std::string page_link =
      clinic.page_url.empty() ? std::string()
                              : "<p><a href=\"" + html_escaped(clinic.page_url) +
                                    "\">Our page about the program</a></p>";
  return dialogs::fill(kDemoPage, [&](std::string_view name) {
    return name == "clinic"      ? html_escaped(clinic.name)
           : name == "phone"     ? html_escaped(clinic.phone)
           : name == "page_link" ? page_link
                                 : phone_link(clinic.phone);
  });
}

HttpHandler serves(const char* type, std::string body, const char* kept) {
  return [type, body = std::move(body), kept](const HttpRequest&) -> HttpOutcome {
    return HttpResponse{200, type, body, {{"Cache-Control", kept}}};
  };
}

/// A script that any page may load; what it may do there, the page's own policy says.
HttpResponse script(std::string body, const char* kept) {
  return {200, kJavaScript, std::move(body),
          {{"Cache-Control", kept},
           {"Access-Control-Allow-Origin", "*"},
           {"Cross-Origin-Resource-Policy", "cross-origin"}}};
}

}  // namespace

void add_widget_routes(Router& router, const ClinicConfig& clinic) {
  const auto get = [&router](const char* path, HttpHandler handle) {
    router.add("GET", path, Permission::open, std::move(handle));
  };
  get("/widget.js", [text = loader(clinic)](const HttpRequest&) -> HttpOutcome {
    return script(text, kForMinutes);
  });
  // A loader that a browser still keeps may ask for an older panel; it gets this one, for now.
  get("/widget/{id}/panel.js", [](const HttpRequest& request) -> HttpOutcome {
    return script(std::string(kWidgetPanel), request.id == kWidgetVersion ? kForEver : kNotKept);
  });
  get("/", serves("text/html; charset=utf-8", demo_page(clinic), kNotKept));
  get("/site.css", serves("text/css; charset=utf-8", std::string(kSiteStyles), kForMinutes));
  get("/favicon.svg", serves("image/svg+xml", std::string(kSiteIcon), kForMinutes));
}

}  // namespace bot
