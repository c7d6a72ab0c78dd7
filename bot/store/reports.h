#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "bot/store/store.h"

namespace bot {

/// A part of time, the end not in it; UTC milliseconds.
struct ReportRange {
  std::int64_t from_ms = 0;
  std::int64_t to_ms = 0;
};

/// Requests that came within one quarter of an hour of UTC, which is within one hour in every zone.
struct EnteredRow {
  std::int64_t at_ms = 0;
  std::string channel;
  std::int64_t count = 0;
};

/// What became of the requests of a range.
struct DeskFigures {
  std::vector<std::int64_t> to_attempt_ms;       ///< from request to first call, sorted
  std::vector<std::int64_t> to_conversation_ms;  ///< from request to somebody spoken with, sorted
  /// By the first attempt. One that nobody had to keep any more in time (withdrawn, put on another
  /// card, settled without a call) is none of the three.
  std::int64_t promises_kept = 0, promises_missed = 0, promises_open = 0;
  std::vector<EnteredRow> entered;
  /// People: who chatted or asked, their cards (requests of one number are one), the cards that
  /// were ever reached, and ever scheduled.
  std::int64_t chats = 0, leads = 0, reached = 0, scheduled = 0;
  std::map<std::string, std::int64_t> outcomes;  ///< of the calls of the range, by name
};

/// What the messages of a range asked.
struct AskedFigures {
  std::map<std::string, std::int64_t> topics;  ///< how many turns answered each
  std::vector<UnansweredMessage> unanswered;   ///< newest first
  std::int64_t from_ms = 0;  ///< later than the range's where there were more turns than are read
};

/// Reads the figures that the desk is shown. Thread-safe; throws StoreUnavailable.
class Reports {
 public:
  /// `database` outlives it.
  explicit Reports(Database& database) : database_(database) {}

  DeskFigures desk(const ReportRange& range, std::int64_t now_ms) const;
  /// Of the newest `turns_max` turns of the range; each is unsealed.
  AskedFigures asked(const ReportRange& range, int turns_max) const;

 private:
  Database& database_;
};

}  // namespace bot
