#include "bot/store/undo_rows.h"

#include "bot/desk/callback_state.h"
#include "bot/desk/outcome.h"
#include "bot/store/place_rows.h"
#include "bot/store/silence_rows.h"

namespace bot {
namespace {

/// The last thing that happened to the callback, where it is an outcome that can still be undone.
struct LastOutcome {
  std::int64_t sequence = 0;
  Attempt attempt;
  std::string place_before;
  std::string silence_before;
};

std::optional<LastOutcome> select_last_outcome(const SQLite::Database& database,
                                               std::string_view id) {
  Row row(database,
          "SELECT sequence, outcome, attempt.by, attempt.at_ms, place_before, silence_before "
          "FROM attempt JOIN (SELECT what, by, at_ms FROM event WHERE callback_id = ?1 "
          "ORDER BY rowid DESC LIMIT 1) AS last "
          "ON last.what = outcome AND last.by = attempt.by AND last.at_ms = attempt.at_ms "
          "WHERE callback_id = ?1 AND undone_at_ms = 0 AND place_before <> '' "
          "ORDER BY sequence DESC LIMIT 1");
  if (!row.text(id).next()) return std::nullopt;
  return LastOutcome{row.get_number(0), {row.get(1), "", row.get(2), row.get_number(3)},
                     row.get(4), row.get(5)};
}

}  // namespace

Verdict undo_outcome(const Bench& bench, std::string_view id, std::string_view by,
                     std::int64_t now_ms, std::int64_t lease_ms) {
  const auto card = select_callback(bench.database, bench.keys, id);
  if (!card) return Verdict::not_found;
  const auto last = select_last_outcome(bench.database, id);
  const auto state = callback_state(card->status).value_or(CallbackState::erased);
  if (!last || last->attempt.by != by || now_ms - last->attempt.at_ms > kUndoMs ||
      !may_follow(state, Step::undo, CallbackState::claimed))
    return Verdict::not_allowed;
  put_back(bench.database, id, last->place_before);
  Row(bench.database,
      "UPDATE callback SET holder = ?, lease_until_ms = ?, updated_at_ms = ?, "
      "version = version + 1 WHERE id = ?")
      .text(by)
      .number(now_ms + lease_ms)
      .number(now_ms)
      .text(id)
      .run();
  Row(bench.database, "UPDATE attempt SET undone_at_ms = ? WHERE callback_id = ? AND sequence = ?")
      .number(now_ms)
      .text(id)
      .number(last->sequence)
      .run();
  if (last->attempt.outcome == name_of(Outcome::asked_to_stop))
    restore_silence(bench.database, id, last->silence_before, last->attempt.at_ms);
  settle(bench, id, now_ms);
  add_event(bench.database, id, "taken back", by, now_ms);
  return Verdict::done;
}

std::optional<Attempt> select_undoable(const SQLite::Database& database, std::string_view id) {
  auto last = select_last_outcome(database, id);
  if (!last) return std::nullopt;
  return std::move(last->attempt);
}

}  // namespace bot
