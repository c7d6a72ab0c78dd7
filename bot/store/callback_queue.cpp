#include "bot/store/callback_queue.h"

#include <utility>

#include "bot/store/attempt_rows.h"
#include "bot/store/audit_log.h"
#include "bot/store/card_rows.h"
#include "bot/store/claim_rows.h"
#include "bot/store/database.h"
#include "bot/store/idempotency_rows.h"
#include "bot/store/merge_rows.h"
#include "bot/store/undo_rows.h"

namespace bot {
namespace {

template <typename Job>
auto at_bench(Database& database, Job job) {
  return database.write([&](SQLite::Database& connection) {
    return job(Bench{connection, database.keys(), database.rules()});
  });
}

}  // namespace

Verdict CallbackQueue::noted(SQLite::Database& database, Verdict verdict, const char* what,
                             std::string_view id, std::int64_t now_ms, std::string detail) const {
  if (caller_ != nullptr && verdict == Verdict::done)
    append_audit(database, audited(*caller_, what, std::string(id), now_ms, std::move(detail)));
  return verdict;
}

Verdict CallbackQueue::carried_out(std::string_view id, std::int64_t now_ms,
                                   const std::function<Verdict(const Bench&)>& act) const {
  return at_bench(database_, [&](const Bench& bench) {
    return carry_out_once(bench.database, bench.keys, once_, id, now_ms,
                          [&] { return act(bench); });
  });
}

Verdict CallbackQueue::carried_out_by_holder(
    std::string_view id, std::string_view holder, std::int64_t now_ms,
    const std::function<Verdict(const Bench&)>& act) const {
  return at_bench(database_, [&](const Bench& bench) {
    const auto verdict = carry_out_once(bench.database, bench.keys, once_, id, now_ms,
                                        [&] { return act(bench); });
    if (verdict != Verdict::done) return verdict;
    return is_held_by(bench.database, id, holder) ? Verdict::done : Verdict::held_by_other;
  });
}

ClaimedNext CallbackQueue::claim_next(std::string_view holder, std::int64_t now_ms,
                                      std::int64_t lease_ms) {
  return at_bench(database_, [&](const Bench& bench) -> ClaimedNext {
    const auto& [database, keys, rules] = bench;
    if (const auto earlier = select_earlier(database, keys, once_, now_ms)) {
      if (!earlier->is_same) return {Verdict::key_reused};
      if (!is_held_by(database, earlier->about, holder)) return {Verdict::held_by_other};
      return {Verdict::done, select_callback(database, keys, earlier->about)};
    }
    sweep(bench, now_ms);
    const auto id = claim_first(database, holder, now_ms, lease_ms);
    if (id.empty()) return {};
    noted(database, Verdict::done, "callback-claimed", id, now_ms);
    remember(database, keys, once_, now_ms, id);
    return {Verdict::done, select_callback(database, keys, id)};
  });
}

Verdict CallbackQueue::claim(std::string_view id, std::string_view holder, std::int64_t now_ms,
                             std::int64_t lease_ms, bool takes_over) {
  return carried_out_by_holder(id, holder, now_ms, [&](const Bench& bench) {
    return noted(bench.database,
                 claim_one(bench.database, id, holder, now_ms, lease_ms, takes_over),
                 takes_over ? "callback-taken-over" : "callback-claimed", id, now_ms);
  });
}

Verdict CallbackQueue::renew(std::string_view id, std::string_view holder, std::int64_t now_ms,
                             std::int64_t lease_ms) {
  return carried_out_by_holder(id, holder, now_ms, [&](const Bench& bench) {
    return renew_one(bench.database, id, holder, now_ms, lease_ms);
  });
}

Verdict CallbackQueue::release(std::string_view id, std::string_view holder,
                               std::int64_t now_ms) {
  return carried_out(id, now_ms, [&](const Bench& bench) {
    return noted(bench.database, release_one(bench.database, id, holder, now_ms),
                 "callback-released", id, now_ms);
  });
}

Verdict CallbackQueue::record_attempt(std::string_view id, const Attempt& attempt) {
  return carried_out(id, attempt.at_ms, [&](const Bench& bench) {
    return noted(bench.database, insert_attempt(bench, id, attempt), "callback-attempted", id,
                 attempt.at_ms, "outcome=" + attempt.outcome);
  });
}

Verdict CallbackQueue::undo(std::string_view id, std::string_view by, std::int64_t now_ms,
                            std::int64_t lease_ms) {
  return carried_out(id, now_ms, [&](const Bench& bench) {
    return noted(bench.database, undo_outcome(bench, id, by, now_ms, lease_ms),
                 "callback-outcome-undone", id, now_ms);
  });
}

Verdict CallbackQueue::change(std::string_view id, const CardChange& change) {
  return carried_out(id, change.at_ms, [&](const Bench& bench) {
    return noted(bench.database, change_card(bench, id, change), "callback-changed", id,
                 change.at_ms, change.status.empty() ? "" : "status=" + change.status);
  });
}

Verdict CallbackQueue::add_note(std::string_view id, const CardNote& note) {
  return carried_out(id, note.at_ms, [&](const Bench& bench) {
    return noted(bench.database, insert_note(bench, id, note), "callback-noted", id, note.at_ms);
  });
}

Verdict CallbackQueue::acknowledge(std::string_view id, std::string_view by,
                                   std::int64_t now_ms) {
  return carried_out(id, now_ms, [&](const Bench& bench) {
    return noted(bench.database, bot::acknowledge(bench, id, by, now_ms), "callback-acknowledged",
                 id, now_ms);
  });
}

Verdict CallbackQueue::merge(std::string_view id, std::string_view into, std::string_view by,
                             std::int64_t now_ms) {
  return carried_out(id, now_ms, [&](const Bench& bench) {
    return noted(bench.database, put_on_card(bench, id, into, by, now_ms), "callback-merged", id,
                 now_ms);
  });
}

Verdict CallbackQueue::unmerge(std::string_view id, std::string_view by, std::int64_t now_ms) {
  return carried_out(id, now_ms, [&](const Bench& bench) {
    if (take_off_card(bench, id, by, now_ms))
      return noted(bench.database, Verdict::done, "callback-unmerged", id, now_ms);
    return select_callback(bench.database, bench.keys, id) ? Verdict::not_allowed
                                                           : Verdict::not_found;
  });
}

void CallbackQueue::keep_time(std::int64_t now_ms) {
  const bool is_due = database_.read([&](SQLite::Database& database) {
    return select_sweep_due(database, now_ms) || select_answers_due(database, now_ms);
  });
  if (!is_due) return;
  at_bench(database_, [&](const Bench& bench) {
    sweep(bench, now_ms);
    forget_answers(bench.database, now_ms);
  });
}

std::optional<ListPage> CallbackQueue::page(const ListQuery& query) const {
  return database_.read([&](SQLite::Database& database) {
    return select_page(database, database_.keys(), query);
  });
}

ListCounts CallbackQueue::counts(std::string_view holder) const {
  return database_.read(
      [&](SQLite::Database& database) { return select_counts(database, holder); });
}

std::int64_t CallbackQueue::changes() const {
  return database_.read([&](SQLite::Database& database) { return select_changes(database); });
}

std::optional<Callback> CallbackQueue::find(std::string_view id) const {
  return database_.read([&](SQLite::Database& database) {
    return select_callback(database, database_.keys(), id);
  });
}

CardHistory CallbackQueue::history(std::string_view id) const {
  return database_.read([&](SQLite::Database& database) {
    return select_history(database, database_.keys(), id);
  });
}

}  // namespace bot
