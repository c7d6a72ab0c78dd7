#include "bot/store/attempt_rows.h"

#include "bot/desk/callback_state.h"
#include "bot/desk/outcome.h"
#include "bot/store/claim_rows.h"
#include "bot/store/place_rows.h"
#include "bot/store/silence_rows.h"

namespace bot {
namespace {

std::string note_context(std::string_view id, std::int64_t sequence) {
  return "attempt.note/" + std::string(id) + "/" + std::to_string(sequence);
}

struct Counted {
  std::int64_t sequence = 0;  ///< of the attempt that is being logged
  int tries = 0;
};

Counted count(const Bench& bench, std::string_view id) {
  Row row(bench.database,
          "SELECT tries, (SELECT ifnull(max(sequence), 0) + 1 FROM attempt WHERE callback_id = ?1) "
          "FROM callback WHERE id = ?1");
  row.text(id).next();
  return {row.get_number(1), static_cast<int>(row.get_number(0))};
}

bool log_outcome(const Bench& bench, std::string_view id, const OutcomeRow& outcome,
                 const Attempt& attempt) {
  static constexpr const char* kSql =
      "UPDATE callback SET status = ?1, holder = '', lease_until_ms = 0, attempts = attempts + 1, "
      "tries = tries + 1, bumped = 0, "
      "promise_missed = promise_missed OR (first_attempt_at_ms = 0 AND ?2 > promise_due_ms), "
      "first_attempt_at_ms = iif(first_attempt_at_ms = 0, ?2, first_attempt_at_ms), "
      "reached_at_ms = iif(?1 = 'reached' AND reached_at_ms = 0, ?2, reached_at_ms), "
      "updated_at_ms = ?2, version = version + 1 "
      "WHERE id = ?3 AND status = 'claimed' AND holder = ?4";
  return Row(bench.database, kSql)
             .text(name_of(outcome.state))
             .number(attempt.at_ms)
             .text(id)
             .text(attempt.by)
             .run() == 1;
}

/// Plans the next attempt, or hands the callback to a person's decision; gives when it is due.
std::int64_t plan_next(const Bench& bench, std::string_view id, const OutcomeRow& outcome,
                       const Attempt& attempt, int tries) {
  const auto& ladder = bench.rules.ladder;
  if (attempt.next_at_ms == 0 && ladder.is_exhausted(tries)) {
    Row(bench.database, "UPDATE callback SET status = 'unreachable' WHERE id = ?").text(id).run();
    add_event(bench.database, id, "attempts used up", attempt.by, attempt.at_ms);
    return 0;
  }
  const auto not_before = attempt.next_at_ms != 0
                              ? attempt.next_at_ms
                              : ladder.not_before_ms(outcome.outcome, tries, attempt.at_ms);
  Row(bench.database, "UPDATE callback SET not_before_ms = ? WHERE id = ?")
      .number(not_before)
      .text(id)
      .run();
  const auto waiting = settle(bench, id, attempt.at_ms);
  const auto due = waiting.asleep ? waiting.turns_at_ms : attempt.at_ms;
  Row(bench.database, "UPDATE callback SET due_ms = ? WHERE id = ?").number(due).text(id).run();
  return due;
}

}  // namespace

Verdict insert_attempt(const Bench& bench, std::string_view id, const Attempt& attempt) {
  const auto outcome = outcome_row(attempt.outcome);
  if (!outcome) return Verdict::not_allowed;
  const auto place = select_place(bench.database, id);
  const bool silences = outcome->outcome == Outcome::asked_to_stop;
  const auto silence = silences ? select_silence(bench.database, id) : std::string();
  if (!log_outcome(bench, id, *outcome, attempt)) return why_not(bench.database, id);
  const auto [sequence, tries] = count(bench, id);
  const auto next_at = outcome->state == CallbackState::attempting
                           ? plan_next(bench, id, *outcome, attempt, tries)
                           : 0;
  Row(bench.database,
      "INSERT INTO attempt (callback_id, sequence, outcome, sealed_note, by, at_ms, next_at_ms, "
      "place_before, silence_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .text(id)
      .number(sequence)
      .text(attempt.outcome)
      .blob_or_null(attempt.note.empty()
                        ? ""
                        : bench.keys.seal(attempt.note, note_context(id, sequence)))
      .text(attempt.by)
      .number(attempt.at_ms)
      .number(next_at)
      .text(place)
      .text(silence)
      .run();
  if (silences) silence_number(bench.database, id, attempt.at_ms);
  add_event(bench.database, id, attempt.outcome, attempt.by, attempt.at_ms);
  return Verdict::done;
}

std::vector<Attempt> select_attempts(const SQLite::Database& database, const Keys& keys,
                                     std::string_view id) {
  std::vector<Attempt> attempts;
  Row row(database,
          "SELECT sequence, outcome, sealed_note, by, at_ms, next_at_ms, undone_at_ms FROM attempt "
          "WHERE callback_id = ? ORDER BY sequence");
  row.text(id);
  while (row.next()) {
    const auto sealed = row.get(2);
    std::string note = sealed.empty() ? "" : keys.open(sealed, note_context(id, row.get_number(0)));
    attempts.push_back({row.get(1), std::move(note), row.get(3), row.get_number(4),
                        row.get_number(5), row.get_number(6)});
  }
  return attempts;
}

}  // namespace bot
