#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/account/account.h"
#include "bot/store/audit_log.h"
#include "bot/store/once.h"

namespace bot {

class Database;

/// What an admin changes about an account; what is not set stays.
struct AccountChange {
  std::optional<Role> role = {};
  std::optional<bool> disabled = {};
  std::string password_hash = {};  ///< Passwords::hash
  std::optional<std::int64_t> version = {};  ///< of the account that was seen, where one was
};

/// What a change of an account is answered with.
struct AccountReply {
  Once once = {};  ///< the same request sent again is carried out once, and answered the same
  std::function<std::string(const Account&)> text = {};  ///< of the account as it is after it
  bool is_secret = false;  ///< kept, sealed, for an hour: it cannot be made again
};

/// The accounts of the desk. Password hashes and second factors are sealed, recovery codes kept as
/// keyed hashes. Every change writes its audit entry in the same transaction and takes its time
/// from it. Thread-safe; throws StoreUnavailable.
class Accounts {
 public:
  enum class Change {
    done,
    taken,       ///< the name is another account's
    unknown,
    last_admin,
    stale,       ///< it has changed since it was seen
    key_reused,  ///< its idempotency key came with another request
    reply_gone,  ///< it was done before, and what it showed is not kept any longer
  };

  struct Outcome {
    Change change = Change::done;
    std::string reply = {};  ///< where it is done
  };

  /// `database` outlives it.
  explicit Accounts(Database& database) : database_(database) {}

  Outcome add(const Account& account, const std::vector<std::string>& recovery_codes,
              const AuditEntry& entry, const AccountReply& reply = {});
  std::optional<Account> find(std::string_view name) const;
  std::vector<Account> all() const;  ///< by name, without hashes and second factors

  /// The last admin who is not disabled stays one. A change of what somebody may do, of a password
  /// or a second factor ends all of their sessions.
  /// All of `wanted` or nothing, with an entry for each; `by` is who changes it.
  Outcome change(std::string_view name, const AccountChange& wanted, const Caller& by,
                 std::int64_t at_ms, const AccountReply& reply = {});
  /// All sessions but `kept_session` end.
  Change set_password(std::string_view name, std::string_view hash, std::string_view kept_session,
                      const AuditEntry& entry);
  Outcome set_second_factor(std::string_view name, std::string_view totp_secret,
                            const std::vector<std::string>& recovery_codes,
                            const AuditEntry& entry, const AccountReply& reply = {});

  /// Each works once: true for the first who comes with it.
  bool use_totp_step(std::string_view name, std::int64_t step);
  bool use_recovery_code(std::string_view name, std::string_view code);

  /// Whether the account has been signed in to from that address before.
  bool knows_address(std::string_view name, std::string_view address) const;

 private:
  Database& database_;
};

}  // namespace bot
