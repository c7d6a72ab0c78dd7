#include "bot/service/gate.h"

#include <utility>

#include "bot/same_secret.h"
#include "bot/service/bearer.h"
#include "bot/service/same_site.h"
#include "bot/service/session_cookie.h"

namespace bot {
namespace {

const Rejection kForbidden{403, "forbidden", "This caller may not do that.",
                           "Ask an admin of the desk for the permission."};

}  // namespace

Permissions desk_token_permissions() {
  Permissions granted;
  for (const auto permission : kPermissions)
    if (permission != Permission::signed_in && permissions_of(Role::coordinator).has(permission))
      granted.grant(permission);
  return granted;
}

Gate::Gate(GateSecrets secrets, DeskSessions& sessions, ApiTokens& tokens, AuditLog& audit,
           Clock clock)
    : secrets_(std::move(secrets)),
      sessions_(sessions),
      tokens_(tokens),
      audit_(audit),
      clock_(std::move(clock)) {}

std::optional<Rejection> Gate::refuse(Permission permission, HttpRequest& request) const {
  if (permission == Permission::open) return std::nullopt;
  auto& caller = request.caller;
  caller = request.authorization.empty() ? person_of(request)
                                         : machine_of(bearer_token(request.authorization));
  if (caller.kind == Caller::Kind::nobody) return kUnauthorized;
  if (caller.is_person())
    if (auto refused = refuse_forgery(request)) return refused;
  if (caller.may(permission)) return std::nullopt;
  audit_.add(audited(caller, "refused", request.id, clock_(), std::string(name_of(permission))));
  return kForbidden;
}

Caller Gate::machine_of(const std::string& token) const {
  if (token.empty()) return {};
  if (is_same_secret(token, secrets_.desk_token))
    return {Caller::Kind::machine, "desk", desk_token_permissions(), {}};
  if (is_same_secret(token, secrets_.operator_token))
    return {Caller::Kind::machine, "operator", {Permission::manage_accounts}, {}};
  if (const auto found = tokens_.find(token))
    return {Caller::Kind::machine, found->name, found->scopes, {}};
  return {};
}

Caller Gate::person_of(const HttpRequest& request) const {
  const auto token = session_token(request.cookie);
  if (token.empty()) return {};
  const auto session = sessions_.find(token, clock_(), is_background(request));
  if (!session) return {};
  return {Caller::Kind::person, session->account, permissions_of(session->role), session->id};
}

}  // namespace bot
