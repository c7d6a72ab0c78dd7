#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/store/audit_log.h"

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

  /// The token, shown this once; nothing where the name is taken.
  std::optional<std::string> add(const ApiToken& token, const AuditEntry& entry);
  bool revoke(std::string_view name, const AuditEntry& entry);  ///< false: there was none
  std::vector<ApiToken> all() const;                            ///< by name
  std::optional<ApiToken> find(std::string_view token) const;

 private:
  Database& database_;
};

}  // namespace bot
