#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/store/audit_log.h"
#include "bot/store/callback.h"
#include "bot/store/once.h"

namespace bot {

class Database;

/// What a machine shows instead of a session, with what it may do.
struct ApiToken {
  std::string name;  ///< as is_account_name() has it
  Permissions scopes;
  std::int64_t created_at_ms = 0;
};

/// The tokens of machines, kept as keyed hashes. Thread-safe; throws StoreUnavailable.
class ApiTokens {
 public:
  /// `database` outlives it.
  explicit ApiTokens(Database& database) : database_(database) {}

  enum class Added {
    done,
    taken,       ///< there is a token of that name
    key_reused,  ///< the idempotency key came with another request
    reply_gone,  ///< it was made before, and is not kept to be shown any longer
  };
  struct Outcome {
    Added added = Added::done;
    std::string reply = {};
  };

  /// Makes the secret of a token, which `reply` puts into the answer: shown this once, or, where
  /// the same request is sent again, for an hour.
  Outcome add(const ApiToken& token, const AuditEntry& entry,
              const std::function<std::string(const std::string& secret)>& reply,
              const Once& once = {});
  /// done, not_found or key_reused.
  Verdict revoke(std::string_view name, const AuditEntry& entry, const Once& once = {});
  std::vector<ApiToken> all() const;                            ///< by name
  std::optional<ApiToken> find(std::string_view token) const;

 private:
  Database& database_;
};

}  // namespace bot
