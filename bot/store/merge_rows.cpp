#include "bot/store/merge_rows.h"

#include "bot/desk/callback_state.h"
#include "bot/store/card_fields.h"
#include "bot/store/place_rows.h"

namespace bot {
namespace {

CallbackState state_of(const Callback& callback) {
  return callback_state(callback.status).value_or(CallbackState::erased);
}

bool is_held_by_other(const Callback& callback, std::string_view by, std::int64_t now_ms) {
  return callback.status == name_of(CallbackState::claimed) && callback.holder != by &&
         callback.lease_until_ms > now_ms;
}

bool waits(const Callback& callback) { return list_of(state_of(callback)) == DeskList::queue; }

void mark_duplicate(const Bench& bench, const Callback& duplicate, std::string_view into,
                    std::int64_t now_ms) {
  const bool was_claimed = state_of(duplicate) == CallbackState::claimed;
  const auto status_before =
      was_claimed ? name_of(duplicate.attempts > 0 ? CallbackState::attempting
                                                   : CallbackState::fresh)
                  : std::string_view(duplicate.status);
  Row(bench.database,
      "UPDATE callback SET status = 'duplicate', status_before = ?, merged_into = ?, "
      "card_before = '', card_after = '', holder = '', lease_until_ms = 0, updated_at_ms = ?, "
      "version = version + 1 WHERE id = ?")
      .text(status_before)
      .text(into)
      .number(now_ms)
      .text(duplicate.id)
      .run();
  // What was on its card is on the other card now.
  Row(bench.database,
      "UPDATE callback INDEXED BY callback_by_card SET merged_into = ? "
      "WHERE merged_into = ? AND merged_into <> ''")
      .text(into)
      .text(duplicate.id)
      .run();
  part_fields(bench, duplicate.id);
}

/// Before something is put on the card: where it stands is where it will stand again when all is
/// taken off, unless something else moves it meanwhile.
void keep_place(const Bench& bench, std::string_view id) {
  Row(bench.database,
      "UPDATE callback SET card_before = iif(card_after = ?1, card_before, ?1) WHERE id = ?2")
      .text(select_place(bench.database, id))
      .text(id)
      .run();
}

void mark_place(const Bench& bench, std::string_view id) {
  Row(bench.database, "UPDATE callback SET card_after = ? WHERE id = ?")
      .text(select_place(bench.database, id))
      .text(id)
      .run();
}

/// Nothing is on the card any more: what the merges moved moves back.
void move_back(const Bench& bench, std::string_view id) {
  Row row(bench.database, "SELECT card_before, card_after FROM callback WHERE id = ?");
  if (!row.text(id).next() || row.get(0).empty()) return;
  put_back_unmoved(bench.database, id, row.get(0), row.get(1));
  Row(bench.database, "UPDATE callback SET card_before = '', card_after = '' WHERE id = ?")
      .text(id)
      .run();
}

/// Where the request on it waits for a call, the card does: one that a person was to decide about
/// is in the queue again. Danger that was seen stays with both when they are parted: too soon a
/// call harms nobody.
void bring_forward(const Bench& bench, const Callback& card, const Callback& joined,
                   std::string_view by, std::int64_t now_ms) {
  const bool comes_back = waits(joined) && !waits(card);
  Row(bench.database,
      "UPDATE callback SET urgent = max(urgent, ?1), bumped = max(bumped, ?2), "
      "not_before_ms = iif(?3, 0, not_before_ms), due_ms = iif(?3, min(due_ms, ?4), due_ms), "
      "tries = iif(?5, 0, tries), status = iif(?5, 'attempting', status), updated_at_ms = ?6, "
      "version = version + 1 WHERE id = ?7")
      .number(joined.urgent ? 1 : 0)
      .number(by == kVisitor ? 1 : 0)
      .number(waits(joined) ? 1 : 0)
      .number(joined.due_ms)
      .number(comes_back ? 1 : 0)
      .number(now_ms)
      .text(card.id)
      .run();
  settle(bench, card.id, now_ms);
}

/// Others of the same number that wait for a call, or for a decision whether to go on calling.
std::string of_same_number() {
  return "SELECT id FROM callback WHERE "
         "phone_index = (SELECT phone_index FROM callback WHERE id = ?1) AND id <> ?1 AND "
         "status IN (" +
         sql_states(DeskList::queue) + ", 'unreachable') ";
}

}  // namespace

Verdict put_on_card(const Bench& bench, std::string_view id, std::string_view into,
                    std::string_view by, std::int64_t now_ms) {
  const auto duplicate = select_callback(bench.database, bench.keys, id);
  const auto card = select_callback(bench.database, bench.keys, into);
  if (!duplicate || !card) return Verdict::not_found;
  if (id == into || !may_follow(state_of(*duplicate), Step::merge, CallbackState::duplicate) ||
      list_of(state_of(*card)) == DeskList::closed)
    return Verdict::not_allowed;
  if (is_held_by_other(*duplicate, by, now_ms)) return Verdict::held_by_other;
  mark_duplicate(bench, *duplicate, into, now_ms);
  join_fields(bench, into, *duplicate);
  keep_place(bench, into);
  bring_forward(bench, *card, *duplicate, by, now_ms);
  mark_place(bench, into);
  add_event(bench.database, id, "merged", by, now_ms);
  add_event(bench.database, into, by == kVisitor ? "asked again" : "merged", by, now_ms);
  return Verdict::done;
}

bool take_off_card(const Bench& bench, std::string_view id, std::string_view by,
                   std::int64_t now_ms) {
  Row row(bench.database,
          "SELECT merged_into FROM callback WHERE id = ? AND status = 'duplicate'");
  if (!row.text(id).next()) return false;
  const auto into = row.get(0);
  Row(bench.database,
      "UPDATE callback SET status = status_before, status_before = '', merged_into = '', "
      "updated_at_ms = ?, version = version + 1 WHERE id = ?")
      .number(now_ms)
      .text(id)
      .run();
  settle(bench, id, now_ms);
  renew_fields(bench, into);
  if (select_on_card(bench.database, into).empty()) move_back(bench, into);
  Row(bench.database,
      "UPDATE callback SET updated_at_ms = ?, version = version + 1 WHERE id = ?")
      .number(now_ms)
      .text(into)
      .run();
  settle(bench, into, now_ms);
  add_event(bench.database, id, "unmerged", by, now_ms);
  add_event(bench.database, into, "unmerged", by, now_ms);
  return true;
}

void put_on_card_of_number(const Bench& bench, std::string_view id, std::int64_t now_ms) {
  static const std::string sql = of_same_number() + "ORDER BY created_at_ms, id LIMIT 1";
  Row row(bench.database, sql.c_str());
  if (!row.text(id).next()) return;
  put_on_card(bench, id, row.get(0), kVisitor, now_ms);
}

void gather_on_card(const Bench& bench, std::string_view id, std::string_view by,
                    std::int64_t now_ms) {
  static const std::string sql =
      of_same_number() +
      "AND (status <> 'claimed' OR lease_until_ms <= ?2) ORDER BY created_at_ms, id";
  std::vector<std::string> others;
  Row row(bench.database, sql.c_str());
  row.text(id).number(now_ms);
  while (row.next()) others.push_back(row.get(0));
  for (const auto& other : others) put_on_card(bench, other, id, by, now_ms);
}

void hand_on_card(const Bench& bench, std::string_view id, std::string_view by,
                  std::int64_t now_ms) {
  auto ids = select_on_card(bench.database, id);
  // The last that came is undone first.
  for (auto on_card = ids.rbegin(); on_card != ids.rend(); ++on_card)
    take_off_card(bench, *on_card, by, now_ms);
  for (std::size_t i = 1; i < ids.size(); ++i)
    put_on_card(bench, ids[i], ids.front(), by, now_ms);
}

std::vector<std::string> select_on_card(SQLite::Database& database, std::string_view id) {
  std::vector<std::string> ids;
  Row row(database,
          "SELECT id FROM callback INDEXED BY callback_by_card "
          "WHERE merged_into = ? AND merged_into <> '' ORDER BY created_at_ms, id");
  row.text(id);
  while (row.next()) ids.push_back(row.get(0));
  return ids;
}

}  // namespace bot
