#include "bot/service/token_routes.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "bot/account/account.h"
#include "bot/channel/json_object.h"
#include "bot/channel/media_type.h"
#include "bot/service/idempotency_key.h"
#include "bot/service/problem_response.h"
#include "bot/service/utc_time.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

constexpr const char* kJson = "application/json";
constexpr const char* kPath = "/api/tokens";

const Rejection kUnknown{404, "unknown-token", "There is no such token.", "List the tokens."};
const Rejection kNameTaken{409, "name-taken", "There is a token of that name.",
                           "Take another name, or revoke that one."};
const Rejection kBadName{400, "name-invalid", "'name' is missing or cannot be used.",
                         "Use at most 32 lower-case letters, digits and hyphens; 'desk' and "
                         "'operator' are taken."};

const Rejection kTokenGone{409, "reply-gone",
                           "This token was made before, and is not shown any longer.",
                           "Revoke it and make another."};

Rejection bad_scopes() {
  std::string known;
  for (const auto& name : scope_names()) known += (known.empty() ? "" : ", ") + name;
  return {400, "scopes-invalid", "'scopes' is missing or holds one that is not known.",
          "Send a list of: " + known + "."};
}

ordered_json token_json(const ApiToken& token) {
  return {{"name", token.name},
          {"scopes", token.scopes.names()},
          {"created_at", rfc3339(token.created_at_ms)}};
}

std::variant<ApiToken, Rejection> read_token(const HttpRequest& request) {
  if (!is_media_type(request.content_type, kJson)) return kNotJson;
  auto read = read_json_object(request.body, {"name", "scopes"});
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  const auto& body = std::get<nlohmann::json>(read);
  ApiToken token;
  if (body.contains("name") && body["name"].is_string()) token.name = body["name"];
  if (!is_account_name(token.name) || token.name == "desk" || token.name == "operator")
    return kBadName;
  if (!body.contains("scopes") || !body["scopes"].is_array() || body["scopes"].empty())
    return bad_scopes();
  for (const auto& name : body["scopes"]) {
    const auto scope = name.is_string() ? scope_of(name.get<std::string>()) : std::nullopt;
    if (!scope) return bad_scopes();
    token.scopes.grant(*scope);
  }
  return token;
}

HttpOutcome add_token(const HttpRequest& request, ApiTokens& tokens, std::int64_t now_ms) {
  auto read = read_token(request);
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  auto& token = std::get<ApiToken>(read);
  token.created_at_ms = now_ms;
  std::string scopes = "scopes=";
  for (const auto& name : token.scopes.names()) scopes += (scopes.back() == '=' ? "" : " ") + name;
  const auto once = read_once(request, request.body);
  if (const auto* refused = std::get_if<Rejection>(&once)) return *refused;
  const auto with_secret = [&token](const std::string& secret) {
    auto json = token_json(token);
    json["token"] = secret;
    return json.dump();
  };
  const auto made =
      tokens.add(token, audited(request.caller, "token-added", token.name, now_ms, scopes),
                 with_secret, std::get<Once>(once));
  switch (made.added) {
    case ApiTokens::Added::done: break;
    case ApiTokens::Added::taken: return kNameTaken;
    case ApiTokens::Added::key_reused: return kKeyReused;
    case ApiTokens::Added::reply_gone: return kTokenGone;
  }
  return HttpResponse{201, kJson, made.reply};
}

HttpOutcome revoke_token(const HttpRequest& request, ApiTokens& tokens, std::int64_t now_ms) {
  const auto once = read_once(request, request.body);
  if (const auto* refused = std::get_if<Rejection>(&once)) return *refused;
  const auto revoked =
      tokens.revoke(request.id, audited(request.caller, "token-revoked", request.id, now_ms),
                    std::get<Once>(once));
  if (revoked == Verdict::key_reused) return kKeyReused;
  if (revoked == Verdict::not_found) return kUnknown;
  return HttpResponse{204, "", ""};
}

}  // namespace

void add_token_routes(Router& router, ApiTokens& tokens, Clock clock) {
  constexpr auto kMay = Permission::manage_accounts;
  router.add("GET", kPath, kMay, [&tokens](const HttpRequest&) -> HttpOutcome {
    ordered_json json = {{"tokens", ordered_json::array()}};
    for (const auto& token : tokens.all()) json["tokens"].push_back(token_json(token));
    return HttpResponse{200, kJson, json.dump()};
  });
  router.add("POST", kPath, kMay, [&tokens, clock](const HttpRequest& request) {
    return add_token(request, tokens, clock());
  });
  router.add("DELETE", std::string(kPath) + "/{id}", kMay,
             [&tokens, clock](const HttpRequest& request) {
               return revoke_token(request, tokens, clock());
             });
}

}  // namespace bot
