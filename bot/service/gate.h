#pragma once

#include <optional>
#include <string>

#include "bot/assistant.h"
#include "bot/service/http_message.h"
#include "bot/store/api_tokens.h"
#include "bot/store/desk_sessions.h"

namespace bot {

/// Secrets that stand for a caller without a row in the database.
struct GateSecrets {
  std::string desk_token;      ///< coordinators' programs; may do what a coordinator may
  std::string operator_token;  ///< the program's own commands beside it; may manage accounts
};

/// The one place that finds out who asks and whether they may. Thread-safe.
class Gate {
 public:
  /// All references outlive it.
  Gate(GateSecrets secrets, DeskSessions& sessions, ApiTokens& tokens, AuditLog& audit,
       Clock clock);

  /// Puts the caller into `request`. A refusal, 401 for nobody and 403 for somebody who may not,
  /// where the route that needs `permission` must not run. A bearer token, good or bad, is looked
  /// at before a cookie. Throws StoreUnavailable.
  std::optional<Rejection> refuse(Permission permission, HttpRequest& request) const;

 private:
  Caller machine_of(const std::string& token) const;
  Caller person_of(const HttpRequest& request) const;

  const GateSecrets secrets_;
  DeskSessions& sessions_;
  ApiTokens& tokens_;
  AuditLog& audit_;
  const Clock clock_;
};

/// What a machine with the desk's token may do.
Permissions desk_token_permissions();

}  // namespace bot
