#pragma once

#include "bot/store/callback_rows.h"

// The SQL of outcomes that were logged by mistake.
namespace bot {

/// The callback is claimed as it was before, by who logged its last outcome, and stands where it
/// stood. Only they may, for kUndoMs, and only while nothing else has happened to the callback;
/// not_allowed otherwise.
Verdict undo_outcome(const Bench& bench, std::string_view id, std::string_view by,
                     std::int64_t now_ms, std::int64_t lease_ms);
/// What undo_outcome() would undo, whatever the time.
std::optional<Attempt> select_undoable(const SQLite::Database& database, std::string_view id);

}  // namespace bot
