#include "bot/service/gate.h"

#include <utility>

#include "bot/same_secret.h"
#include "bot/service/bearer.h"

namespace bot {
namespace {

const Rejection kForbidden{403, "forbidden", "This caller may not do that.",
                           "Ask an admin of the desk for the permission."};

/// The desk's token may do what a coordinator may, but has no session of its own.
Permissions desk_permissions() {
  Permissions granted;
  for (const auto permission : kPermissions)
    if (permission != Permission::signed_in && permissions_of(Role::coordinator).has(permission))
      granted.grant(permission);
  return granted;
}

}  // namespace

Gate::Gate(std::string desk_token) : desk_token_(std::move(desk_token)) {}

std::optional<Rejection> Gate::refuse(Permission permission, HttpRequest& request) const {
  if (permission == Permission::open) return std::nullopt;
  request.caller = caller_of(request);
  if (request.caller.may(permission)) return std::nullopt;
  return request.caller.kind == Caller::Kind::nobody ? kUnauthorized : kForbidden;
}

Caller Gate::caller_of(const HttpRequest& request) const {
  const auto token = bearer_token(request.authorization);
  if (!token.empty() && is_same_secret(token, desk_token_))
    return {Caller::Kind::machine, "desk", desk_permissions(), {}};
  return {};
}

}  // namespace bot
