#include "bot/service/session_routes.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "bot/channel/flat_json.h"
#include "bot/channel/media_type.h"
#include "bot/service/bearer.h"
#include "bot/service/problem_response.h"
#include "bot/service/same_site.h"
#include "bot/service/session_cookie.h"
#include "bot/service/utc_time.h"

namespace bot {
namespace {

constexpr const char* kJson = "application/json";
constexpr const char* kPath = "/api/session";

std::string session_json(const DeskSession& session, const SessionLimits& limits) {
  return nlohmann::ordered_json{
      {"account",
       {{"name", session.account},
        {"role", name_of(session.role)},
        {"permissions", permissions_of(session.role).names()}}},
      {"idle_until", rfc3339(session.idle_until_ms(limits))},
      {"expires_at", rfc3339(session.expires_at_ms(limits))}}
      .dump();
}

HttpOutcome begin(const HttpRequest& request, SignIn& sign_in, const SessionLimits& limits) {
  if (auto refused = refuse_foreign_page(request)) return *std::move(refused);
  if (!is_media_type(request.content_type, kJson)) return kNotJson;
  auto read = read_flat_json(request.body, {"name", "password", "code"});
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  auto& values = std::get<FlatJson>(read);
  auto begun = sign_in.begin({values["name"], values["password"], values["code"]}, request.address,
                             session_token(request.cookie));
  if (auto* refused = std::get_if<Rejection>(&begun)) return *std::move(refused);
  const auto& [session, token] = std::get<DeskSessions::Begun>(begun);
  return HttpResponse{200, kJson, session_json(session, limits),
                      {{"Set-Cookie", session_cookie(token)}}};
}

HttpOutcome change_password(const HttpRequest& request, SignIn& sign_in,
                            const std::string& clinic) {
  if (!is_media_type(request.content_type, kJson)) return kNotJson;
  auto read = read_flat_json(request.body, {"old", "new"});
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  auto& values = std::get<FlatJson>(read);
  if (auto refused = sign_in.change_password(request.caller, request.address, values["old"],
                                             values["new"], clinic))
    return *std::move(refused);
  return HttpResponse{204, "", ""};
}

}  // namespace

void add_session_routes(Router& router, SignIn& sign_in, DeskSessions& sessions, Clock clock,
                        std::string clinic) {
  router.add("POST", kPath, Permission::open, [&](const HttpRequest& request) {
    return begin(request, sign_in, sessions.limits());
  });
  router.add("GET", kPath, Permission::signed_in,
             [&sessions, clock](const HttpRequest& request) -> HttpOutcome {
               constexpr bool kIsBackground = true;
               const auto session =
                   sessions.find(session_token(request.cookie), clock(), kIsBackground);
               if (!session) return kUnauthorized;
               return HttpResponse{200, kJson, session_json(*session, sessions.limits())};
             });
  router.add("DELETE", kPath, Permission::signed_in,
             [&sessions, clock](const HttpRequest& request) -> HttpOutcome {
               const auto& caller = request.caller;
               sessions.end(caller.session_id, audited(caller, "logout", caller.name, clock()));
               return HttpResponse{204, "", "", {{"Set-Cookie", no_session_cookie()}}};
             });
  router.add("PUT", "/api/session/password", Permission::signed_in,
             [&sign_in, clinic = std::move(clinic)](const HttpRequest& request) {
               return change_password(request, sign_in, clinic);
             });
}

}  // namespace bot
