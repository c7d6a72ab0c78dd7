#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bot/account/caller.h"

namespace SQLite {
class Database;
}

namespace bot {

class Database;

/// Who did what, when. Holds nothing personal of a visitor: `about` is the id of a callback, an
/// account, a token; `detail` says which ("scopes=read_queue"), never what was in it.
struct AuditEntry {
  std::int64_t sequence = 0;  ///< given by the log
  std::int64_t at_ms = 0;
  Caller::Kind kind = Caller::Kind::nobody;
  std::string who;
  std::string what;  ///< "transcript-read", "account-disabled"
  std::string about;
  std::string detail;
};

/// An entry for what `caller` does.
AuditEntry audited(const Caller& caller, std::string what, std::string about, std::int64_t at_ms,
                   std::string detail = {});

/// Within the transaction that makes the change.
void append_audit(SQLite::Database& database, const AuditEntry& entry);

/// What the desk did, for ever: the database refuses to change or delete a row. Thread-safe.
class AuditLog {
 public:
  struct Query {
    std::string who = {};    ///< empty: everybody
    std::string what = {};   ///< empty: everything
    std::string about = {};  ///< empty: anything
    std::int64_t before_sequence = 0;  ///< older than this one; 0: from the newest
    int limit = 100;
  };

  /// `database` outlives it.
  explicit AuditLog(Database& database) : database_(database) {}

  /// Returns when it is on the disk, so that nothing is read or done unseen. Throws
  /// StoreUnavailable.
  void add(const AuditEntry& entry);
  /// As add(), once: not where the same caller did the same to the same within `within_ms`. What is
  /// asked every few seconds then writes next to nothing.
  void add_once_in(std::int64_t within_ms, const AuditEntry& entry);
  std::vector<AuditEntry> find(const Query& query) const;  ///< newest first

 private:
  Database& database_;
};

}  // namespace bot
