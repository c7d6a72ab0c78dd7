#include "bot/store/claim_rows.h"

#include "bot/desk/callback_state.h"

namespace bot {
namespace {

constexpr int kSweptAtOnce = 20'000;

// Whoever claims a callback that was bumped has seen that the visitor asked again; whoever claims a
// crisis has it in hand.
constexpr const char* kClaimed =
    "UPDATE callback SET status = 'claimed', holder = ?1, lease_until_ms = ?2, bumped = 0, "
    "acknowledged_by = iif(urgent AND acknowledged_by = '', ?1, acknowledged_by), "
    "acknowledged_at_ms = iif(urgent AND acknowledged_at_ms = 0, ?3, acknowledged_at_ms), "
    "updated_at_ms = ?3, version = version + 1 ";

// Who claimed a crisis and gave it back without a call has it in hand no longer.
constexpr const char* kFreed =
    "UPDATE callback SET status = iif(attempts > 0, 'attempting', 'new'), "
    "acknowledged_at_ms = iif(attempts = 0 AND acknowledged_by = holder, 0, acknowledged_at_ms), "
    "acknowledged_by = iif(attempts = 0 AND acknowledged_by = holder, '', acknowledged_by), "
    "holder = '', lease_until_ms = 0, updated_at_ms = ?, version = version + 1 WHERE id = ? ";

const std::string& open_states() {
  static const std::string states = sql_states(DeskList::queue);
  return states;
}

/// Runs to its end a statement that changes one row at most; gives its first column.
std::string changed_id(Row& row) {
  if (!row.next()) return {};
  const auto id = row.get(0);
  while (row.next()) {
  }
  return id;
}

struct Lapsed {
  std::string id;
  std::string holder;
};

void free_lapsed(SQLite::Database& database, std::int64_t now_ms) {
  std::vector<Lapsed> lapsed;
  Row row(database,
          "SELECT id, holder FROM callback INDEXED BY callback_by_lease "
          "WHERE status = 'claimed' AND lease_until_ms <= ?");
  row.number(now_ms);
  while (row.next()) lapsed.push_back({row.get(0), row.get(1)});
  for (const auto& [id, holder] : lapsed) {
    Row(database, kFreed).number(now_ms).text(id).run();
    add_event(database, id, "lease ran out", holder, now_ms);
  }
}

}  // namespace

bool select_sweep_due(const SQLite::Database& database, std::int64_t now_ms) {
  static const std::string sql =
      "SELECT EXISTS (SELECT 1 FROM callback INDEXED BY callback_by_lease "
      "WHERE status = 'claimed' AND lease_until_ms <= ?1) OR "
      "EXISTS (SELECT 1 FROM callback INDEXED BY callback_by_turn WHERE status IN (" +
      open_states() + ") AND turns_at_ms <= ?1)";
  Row row(database, sql.c_str());
  row.number(now_ms).next();
  return row.get_number(0) != 0;
}

void sweep(const Bench& bench, std::int64_t now_ms) {
  free_lapsed(bench.database, now_ms);
  static const std::string sql =
      "SELECT id FROM callback INDEXED BY callback_by_turn WHERE status IN (" + open_states() +
      ") AND turns_at_ms <= ? LIMIT ?";
  std::vector<std::string> ids;
  Row row(bench.database, sql.c_str());
  row.number(now_ms).number(kSweptAtOnce);
  while (row.next()) ids.push_back(row.get(0));
  for (const auto& id : ids) settle(bench, id, now_ms);
}

std::string claim_first(SQLite::Database& database, std::string_view holder, std::int64_t now_ms,
                        std::int64_t lease_ms) {
  static const std::string sql =
      std::string(kClaimed) +
      "WHERE id = (SELECT id FROM callback WHERE status IN ('new', 'attempting') AND asleep = 0 "
      // Who asked to stop after the last request of a card is not called for it; danger is for a
      // person to judge.
      "AND (urgent = 1 OR NOT EXISTS (SELECT 1 FROM suppression WHERE channel = 'calls' "
      "AND phone_index = callback.phone_index AND at_ms >= max(callback.created_at_ms, "
      "ifnull((SELECT max(joined.created_at_ms) FROM callback AS joined "
      "WHERE joined.merged_into = callback.id AND joined.merged_into <> ''), 0)))) "
      "ORDER BY asleep, urgent DESC, due_ms, created_at_ms, id LIMIT 1) RETURNING id";
  Row row(database, sql.c_str());
  const auto id = changed_id(row.text(holder).number(now_ms + lease_ms).number(now_ms));
  if (!id.empty()) add_event(database, id, "claimed", holder, now_ms);
  return id;
}

Verdict claim_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                  std::int64_t now_ms, std::int64_t lease_ms, bool takes_over) {
  static const std::string sql =
      std::string(kClaimed) + "WHERE id = ?4 AND status IN (" +
      sql_states_before(Step::claim, CallbackState::claimed) +
      ") AND (?5 OR status <> 'claimed' OR lease_until_ms <= ?3 OR holder = ?1)";
  const int changed = Row(database, sql.c_str())
                          .text(holder)
                          .number(now_ms + lease_ms)
                          .number(now_ms)
                          .text(id)
                          .number(takes_over ? 1 : 0)
                          .run();
  if (changed != 1) return why_not(database, id);
  add_event(database, id, takes_over ? "taken over" : "claimed", holder, now_ms);
  return Verdict::done;
}

Verdict renew_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                  std::int64_t now_ms, std::int64_t lease_ms) {
  // A lease that goes on changes nothing that another saw: the version stays.
  const int changed =
      Row(database,
          "UPDATE callback SET lease_until_ms = max(lease_until_ms, ?) WHERE id = ? AND "
          "status = 'claimed' AND holder = ?")
          .number(now_ms + lease_ms)
          .text(id)
          .text(holder)
          .run();
  return changed == 1 ? Verdict::done : why_not(database, id);
}

Verdict release_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                    std::int64_t now_ms) {
  const int changed =
      Row(database, (std::string(kFreed) + "AND status = 'claimed' AND holder = ?").c_str())
          .number(now_ms)
          .text(id)
          .text(holder)
          .run();
  if (changed != 1) return why_not(database, id);
  add_event(database, id, "released", holder, now_ms);
  return Verdict::done;
}

bool is_held_by(SQLite::Database& database, std::string_view id, std::string_view holder) {
  return Row(database, "SELECT 1 FROM callback WHERE id = ? AND holder = ?")
      .text(id)
      .text(holder)
      .next();
}

Verdict why_not(SQLite::Database& database, std::string_view id) {
  static const std::string sql =
      "SELECT status IN (" + open_states() + ") FROM callback WHERE id = ?";
  Row row(database, sql.c_str());
  if (!row.text(id).next()) return Verdict::not_found;
  return row.get_number(0) != 0 ? Verdict::held_by_other : Verdict::closed;
}

}  // namespace bot
