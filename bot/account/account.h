#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bot/account/permission.h"

namespace bot {

/// Somebody who works at the desk. Accounts are never deleted, only disabled: the audit names them.
struct Account {
  std::string name;  ///< as is_account_name() has it
  Role role = Role::coordinator;
  bool is_disabled = false;
  std::string password_hash;  ///< Passwords::hash
  std::string totp_secret;
  std::int64_t created_at_ms = 0;
  int recovery_codes = 0;     ///< that are left
  std::int64_t version = 1;   ///< grows with the role, the disabling, the password, the factor
};

/// Lower-case letters, digits and hyphens, beginning with a letter, at most 32: it stands in
/// addresses, logs and the audit.
bool is_account_name(std::string_view name);

}  // namespace bot
