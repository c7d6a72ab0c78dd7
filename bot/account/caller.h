#pragma once

#include <string>

#include "bot/account/permission.h"

namespace bot {

/// Who sends a request, as the gate has found out; a route may trust it.
struct Caller {
  enum class Kind {
    nobody,   ///< an open route, or one that does not ask
    person,   ///< signed in; `name` is the account's
    machine,  ///< showed a token; `name` is the token's
  };

  Kind kind = Kind::nobody;
  std::string name;         ///< safe to log and to audit
  Permissions permissions;
  std::string session_id;   ///< a person's; safe to log, worth nothing as a credential

  bool may(Permission permission) const { return permissions.has(permission); }
  /// One of the program's own commands; no token that is made can have that name.
  bool is_operator() const { return kind == Kind::machine && name == "operator"; }
  bool is_person() const { return kind == Kind::person; }
};

}  // namespace bot
