#pragma once

#include <string>

#include "bot/account/sign_in.h"
#include "bot/config.h"
#include "bot/service/gate.h"
#include "bot/service/router.h"
#include "bot/store/api_tokens.h"
#include "bot/store/database.h"

namespace bot {

/// Everything about who may use the desk, put together: accounts, sessions, tokens, the audit, and
/// the gate before the routes. Thread-safe.
class DeskAccess {
 public:
  /// All references outlive it. Throws std::runtime_error where a secret cannot be read or made.
  DeskAccess(const Config& config, Database& database, Clock clock);

  Gate& gate() { return gate_; }
  AuditLog& audit() { return audit_; }
  /// What the program's own commands show; new at every start.
  const std::string& operator_token() const { return operator_token_; }

  void add_routes(Router& router);

 private:
  const std::string clinic_;
  const Clock clock_;
  const std::string operator_token_;
  AuditLog audit_;
  Accounts accounts_;
  DeskSessions sessions_;
  ApiTokens tokens_;
  Passwords passwords_;
  SignIn sign_in_;
  Gate gate_;
};

}  // namespace bot
