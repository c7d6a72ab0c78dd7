#include "bot/store/merge_rows.h"

#include "bot/desk/callback_state.h"
#include "bot/desk/one_person.h"
#include "bot/store/place_rows.h"
#include "bot/store/session_json.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

std::string before_context(std::string_view id) {
  return "callback.before/" + std::string(id);
}

/// What a merge changes on the card: for each field its value before and after.
Json changes(const dialogs::Slots& before, const dialogs::Slots& after) {
  Json json = Json::object();
  for (const auto& [field, value] : after) {
    const auto old = before.find(field);
    if (old != before.end() && old->second == value) continue;
    json[field] = {{"before", old == before.end() ? Json() : slot_value_json(old->second)},
                   {"after", slot_value_json(value)}};
  }
  return json;
}

/// The card's fields without what the merge brought; what was changed since stays.
dialogs::Slots undone(const dialogs::Slots& fields, const Json& changes) {
  Json json = slots_json(fields);
  for (const auto& [field, change] : changes.items()) {
    if (!json.contains(field) || json.at(field) != change.at("after")) continue;
    if (change.at("before").is_null()) json.erase(field);
    else json[field] = change.at("before");
  }
  return slots_of(json);
}

CallbackState state_of(const Callback& callback) {
  return callback_state(callback.status).value_or(CallbackState::erased);
}

bool is_held_by_other(const Callback& callback, std::string_view by, std::int64_t now_ms) {
  return callback.status == name_of(CallbackState::claimed) && callback.holder != by &&
         callback.lease_until_ms > now_ms;
}

void mark_duplicate(const Bench& bench, const Callback& duplicate, std::string_view into,
                    const Json& before, std::int64_t now_ms) {
  const bool was_claimed = state_of(duplicate) == CallbackState::claimed;
  const auto status_before =
      was_claimed ? name_of(duplicate.attempts > 0 ? CallbackState::attempting
                                                   : CallbackState::fresh)
                  : std::string_view(duplicate.status);
  Row(bench.database,
      "UPDATE callback SET status = 'duplicate', status_before = ?, merged_into = ?, "
      "sealed_before = ?, holder = '', lease_until_ms = 0, updated_at_ms = ?, "
      "version = version + 1 WHERE id = ?")
      .text(status_before)
      .text(into)
      .blob(bench.keys.seal(before.dump(), before_context(duplicate.id)))
      .number(now_ms)
      .text(duplicate.id)
      .run();
  // What was on its card is on the other card now, where it moved nothing.
  Row(bench.database,
      "UPDATE callback INDEXED BY callback_by_card SET merged_into = ?, card_before = '', "
      "card_after = '' WHERE merged_into = ? AND merged_into <> ''")
      .text(into)
      .text(duplicate.id)
      .run();
}

/// What the duplicate moved on the card moves back. Where another was put on it afterwards, that
/// one keeps the card where it is, and undoing that one goes back to where it stood before both.
void move_back(const Bench& bench, std::string_view id, std::string_view into) {
  Row row(bench.database, "SELECT card_before, card_after FROM callback WHERE id = ?");
  if (!row.text(id).next() || row.get(0).empty()) return;
  const auto before = row.get(0);
  const auto after = row.get(1);
  const bool is_below_another =
      Row(bench.database,
          "UPDATE callback INDEXED BY callback_by_card SET card_before = ? "
          "WHERE merged_into = ? AND merged_into <> '' AND id <> ? AND card_before = ?")
          .text(before)
          .text(into)
          .text(id)
          .text(after)
          .run() != 0;
  if (!is_below_another) put_back_unmoved(bench.database, into, before, after);
}

/// The visitor waits for a call anew: one that a person was to decide about is in the queue again.
void bring_forward(const Bench& bench, const Callback& card, const Callback& duplicate,
                   std::int64_t now_ms) {
  Row(bench.database,
      "UPDATE callback SET urgent = max(urgent, ?), bumped = 1, not_before_ms = 0, "
      "due_ms = min(due_ms, ?), tries = iif(status = 'unreachable', 0, tries), "
      "status = iif(status = 'unreachable', 'attempting', status), updated_at_ms = ?, "
      "version = version + 1 WHERE id = ?")
      .number(duplicate.urgent ? 1 : 0)
      .number(duplicate.due_ms)
      .number(now_ms)
      .text(card.id)
      .run();
  settle(bench, card.id, now_ms);
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
  const auto fields = merged_fields(card->fields, duplicate->fields,
                                    duplicate->created_at_ms >= card->created_at_ms);
  mark_duplicate(bench, *duplicate, into, changes(card->fields, fields), now_ms);
  write_fields(bench, into, fields);
  const auto card_before = select_place(bench.database, into);
  bring_forward(bench, *card, *duplicate, now_ms);
  Row(bench.database, "UPDATE callback SET card_before = ?, card_after = ? WHERE id = ?")
      .text(card_before)
      .text(select_place(bench.database, into))
      .text(id)
      .run();
  add_event(bench.database, id, "merged", by, now_ms);
  add_event(bench.database, into, by == kVisitor ? "asked again" : "merged", by, now_ms);
  return Verdict::done;
}

bool take_off_card(const Bench& bench, std::string_view id, std::string_view by,
                   std::int64_t now_ms) {
  Row row(bench.database,
          "SELECT merged_into, sealed_before FROM callback WHERE id = ? AND status = 'duplicate'");
  if (!row.text(id).next()) return false;
  const auto into = row.get(0);
  const Json before = Json::parse(bench.keys.open(row.get(1), before_context(id)));
  const auto card = select_callback(bench.database, bench.keys, into);
  if (card && !card->fields.empty())
    write_fields(bench, into, undone(card->fields, before));
  // Danger that was seen stays with both: too soon a call harms nobody.
  move_back(bench, id, into);
  Row(bench.database,
      "UPDATE callback SET updated_at_ms = ?, version = version + 1 WHERE id = ?")
      .number(now_ms)
      .text(into)
      .run();
  settle(bench, into, now_ms);
  Row(bench.database,
      "UPDATE callback SET status = status_before, status_before = '', merged_into = '', "
      "sealed_before = NULL, card_before = '', card_after = '', updated_at_ms = ?, "
      "version = version + 1 WHERE id = ?")
      .number(now_ms)
      .text(id)
      .run();
  settle(bench, id, now_ms);
  add_event(bench.database, id, "unmerged", by, now_ms);
  add_event(bench.database, into, "unmerged", by, now_ms);
  return true;
}

void put_on_card_of_number(const Bench& bench, std::string_view id, std::int64_t now_ms) {
  static const std::string sql =
      "SELECT id FROM callback WHERE "
      "phone_index = (SELECT phone_index FROM callback WHERE id = ?1) AND id <> ?1 AND "
      "status IN (" +
      sql_states(DeskList::queue) + ", 'unreachable') ORDER BY created_at_ms, id LIMIT 1";
  Row row(bench.database, sql.c_str());
  if (!row.text(id).next()) return;
  put_on_card(bench, id, row.get(0), kVisitor, now_ms);
}

void gather_on_card(const Bench& bench, std::string_view id, std::string_view by,
                    std::int64_t now_ms) {
  static const std::string sql =
      "SELECT id FROM callback WHERE "
      "phone_index = (SELECT phone_index FROM callback WHERE id = ?1) AND id <> ?1 AND "
      "status IN (" +
      sql_states(DeskList::queue) +
      ", 'unreachable') AND (status <> 'claimed' OR lease_until_ms <= ?2) "
      "ORDER BY created_at_ms, id";
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
