#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/account/account.h"
#include "bot/store/audit_log.h"

namespace bot {

class Database;

/// What an admin changes about an account; what is not set stays.
struct AccountChange {
  std::optional<Role> role = {};
  std::optional<bool> disabled = {};
  std::string password_hash = {};  ///< Passwords::hash
};

/// The accounts of the desk. Password hashes and second factors are sealed, recovery codes kept as
/// keyed hashes. Every change writes its audit entry in the same transaction and takes its time
/// from it. Thread-safe; throws StoreUnavailable.
class Accounts {
 public:
  enum class Change { done, unknown, last_admin };

  /// `database` outlives it.
  explicit Accounts(Database& database) : database_(database) {}

  /// False where the name is taken.
  bool add(const Account& account, const std::vector<std::string>& recovery_codes,
           const AuditEntry& entry);
  std::optional<Account> find(std::string_view name) const;
  std::vector<Account> all() const;  ///< by name, without hashes and second factors

  /// The last admin who is not disabled stays one. A change of what somebody may do, of a password
  /// or a second factor ends all of their sessions.
  /// All of `wanted` or nothing, with an entry for each; `by` is who changes it.
  Change change(std::string_view name, const AccountChange& wanted, const Caller& by,
                std::int64_t at_ms);
  /// All sessions but `kept_session` end.
  Change set_password(std::string_view name, std::string_view hash, std::string_view kept_session,
                      const AuditEntry& entry);
  Change set_second_factor(std::string_view name, std::string_view totp_secret,
                           const std::vector<std::string>& recovery_codes,
                           const AuditEntry& entry);

  /// Each works once: true for the first who comes with it.
  bool use_totp_step(std::string_view name, std::int64_t step);
  bool use_recovery_code(std::string_view name, std::string_view code);

  /// Whether the account has been signed in to from that address before.
  bool knows_address(std::string_view name, std::string_view address) const;

 private:
  Database& database_;
};

}  // namespace bot
