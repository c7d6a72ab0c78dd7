#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bot/alert/alert.h"

namespace SQLite {
class Database;
}

namespace bot {

class Database;
struct TurnRecord;

/// The id under which the desk hears of a turn: of the card with its request, or of the
/// conversation where there is no request.
std::string told_about(SQLite::Database& database, const TurnRecord& turn);
/// What a turn gives the desk to hear of, written in the turn's own transaction: a new callback,
/// or danger, each once and each way; danger again where it is said to be told anew.
void put_alerts(SQLite::Database& database, const TurnRecord& turn, std::string_view about,
                bool is_danger_anew, const std::vector<std::string>& ways);

/// An alert that was not told, and why.
struct UntoldAlert {
  Alert alert;
  std::string why;                 ///< of the last try; empty: there was none
  std::int64_t due_at_ms = 0;
  std::int64_t given_up_at_ms = 0;  ///< 0: it is still tried
};

/// Alerts that are still to be told. Thread-safe; throws StoreUnavailable.
class Outbox {
 public:
  /// `database` outlives it.
  explicit Outbox(Database& database) : database_(database) {}

  std::vector<Alert> due(std::int64_t now_ms, int limit) const;  ///< the longest due first

  std::vector<UntoldAlert> untold() const;  ///< oldest first

  /// Puts in an alert for each urgent callback that nobody acknowledged within `after_ms` of the
  /// last alert about it; again and again, until somebody does.
  void escalate(const std::vector<std::string>& ways, std::int64_t after_ms, std::int64_t now_ms);

  void told(std::string_view id, std::int64_t now_ms);
  void try_again(std::string_view id, std::string_view why, std::int64_t due_at_ms);
  void give_up(std::string_view id, std::string_view why, std::int64_t now_ms);

  /// Deletes what was told or given up before then, but not what the next decision rests on: when
  /// a crisis that is still unclaimed was told last, and that an open conversation's danger was.
  void forget(std::int64_t before_ms);

 private:
  Database& database_;
};

}  // namespace bot
