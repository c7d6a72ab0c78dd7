#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bot/account/account.h"
#include "bot/store/audit_log.h"
#include "bot/store/callback.h"
#include "bot/store/once.h"

namespace bot {

class Database;

/// How long somebody stays signed in.
struct SessionLimits {
  std::int64_t idle_ms = 0;      ///< after the last thing that they did
  std::int64_t absolute_ms = 0;  ///< after signing in
};

/// A person who is signed in. `id` is safe to log; the token is kept only as a keyed hash.
struct DeskSession {
  std::string id;
  std::string account;
  Role role = Role::coordinator;  ///< as it is now
  std::int64_t created_at_ms = 0;
  std::int64_t seen_at_ms = 0;

  std::int64_t idle_until_ms(const SessionLimits& limits) const;
  std::int64_t expires_at_ms(const SessionLimits& limits) const {
    return created_at_ms + limits.absolute_ms;
  }
};

/// Who is signed in at the desk. Thread-safe; throws StoreUnavailable.
class DeskSessions {
 public:
  /// `database` outlives it.
  DeskSessions(Database& database, SessionLimits limits) : database_(database), limits_(limits) {}

  const SessionLimits& limits() const { return limits_; }

  struct Begun {
    DeskSession session;
    std::string token;  ///< 256 random bits in hex; nowhere else from here on
  };
  /// Always a new token. Ends the session of `replaced_token`, where there is one, and what has run
  /// out; remembers the address as one of the account's. Nothing where the account was disabled
  /// meanwhile.
  std::optional<Begun> begin(std::string_view account, std::string_view address,
                             std::string_view replaced_token, const AuditEntry& entry);

  /// The session of a token, where it has not run out and its account is not disabled. What the
  /// person does themselves counts as being there; `is_background` does not.
  std::optional<DeskSession> find(std::string_view token, std::int64_t now_ms, bool is_background);

  void end(std::string_view session_id, const AuditEntry& entry);
  /// Of an account. done, not_found or key_reused.
  Verdict end_all(std::string_view account, const AuditEntry& entry, const Once& once = {});

 private:
  Database& database_;
  const SessionLimits limits_;
};

}  // namespace bot
