#include "bot/store/lead_rows.h"

#include "bot/desk/callback_state.h"
#include "bot/store/card_fields.h"
#include "bot/store/channel_name.h"
#include "bot/store/merge_rows.h"

namespace bot {
namespace {

Promise promise_of(const Bench& bench, const dialogs::Lead& lead, std::int64_t at_ms) {
  return promise_at(CallWish::of(lead.fields, lead.urgent, bench.rules.clinic_zone), bench.rules,
                    at_ms);
}

/// A new window is a new promise, unless somebody has called; one that was missed stays missed.
void promise_anew(const Bench& bench, const Callback& before, const dialogs::Lead& lead,
                  std::int64_t now_ms) {
  const auto state = promise_state(before.promise.due_ms, before.first_attempt_at_ms,
                                   before.promise_missed, now_ms);
  const auto promise = promise_of(bench, lead, now_ms);
  if (state == PromiseState::kept || before.first_attempt_at_ms != 0) return;
  if (state == PromiseState::missed) {
    Row(bench.database, "UPDATE callback SET promise_missed = 1 WHERE id = ?")
        .text(before.id)
        .run();
    return;
  }
  if (promise.told != before.promise.told || (lead.urgent && !before.urgent))
    write_promise(bench, before.id, promise);
}

/// The states that the visitor's danger takes back into the queue, for SQL.
const std::string& called_again() {
  static const std::string states =
      sql_states_before(Step::visitor, CallbackState::attempting);
  return states;
}

/// Others' cards say nothing of it any more, neither of themselves nor in their history.
void erase_from_cards(const Bench& bench, const std::string& id, std::int64_t now_ms) {
  const auto erased = select_fields(bench.database, bench.keys, id);
  std::vector<std::string> cards;
  Row row(bench.database,
          "SELECT id FROM callback WHERE "
          "phone_index = (SELECT phone_index FROM callback WHERE id = ?1) AND id <> ?1 UNION "
          "SELECT merged_into FROM callback WHERE id = ?1 AND merged_into <> ''");
  row.text(id);
  while (row.next()) cards.push_back(row.get(0));
  take_off_card(bench, id, kVisitor, now_ms);
  for (const auto& card : cards) forget_in_edits(bench, card, erased);
}

void erase_callback(const Bench& bench, const std::string& id, std::int64_t now_ms) {
  erase_from_cards(bench, id, now_ms);
  hand_on_card(bench, id, kVisitor, now_ms);
  Row(bench.database,
      "UPDATE callback SET status = 'erased', sealed_fields = NULL, phone_index = NULL, "
      "sealed_promise = NULL, sealed_own = NULL, holder = '', lease_until_ms = 0, "
      "updated_at_ms = ?, version = version + 1 WHERE id = ?")
      .number(now_ms)
      .text(id)
      .run();
  Row(bench.database, "UPDATE attempt SET sealed_note = NULL WHERE callback_id = ?").text(id).run();
  Row(bench.database, "DELETE FROM note WHERE callback_id = ?").text(id).run();
  Row(bench.database, "DELETE FROM edit WHERE callback_id = ?").text(id).run();
  add_event(bench.database, id, "erased", kVisitor, now_ms);
}

}  // namespace

void insert_callback(const Bench& bench, const TurnRecord& turn) {
  const auto& lead = turn.conversation.session.lead.value();
  const auto id = callback_id(turn.conversation.id, lead);
  Row(bench.database,
      "INSERT INTO callback (id, conversation_id, channel, status, urgent, created_at_ms, "
      "updated_at_ms) VALUES (?, ?, ?, 'new', ?, ?, ?)")
      .text(id)
      .text(turn.conversation.id)
      .text(name_of(turn.conversation.channel))
      .number(lead.urgent ? 1 : 0)
      .number(turn.at_ms)
      .number(turn.at_ms)
      .run();
  write_fields(bench, id, lead.fields);
  write_promise(bench, id, promise_of(bench, lead, turn.at_ms));
  settle(bench, id, turn.at_ms);
  insert_consent(bench.database, id, lead.consent);
  for (const auto& permission : lead.permissions) insert_consent(bench.database, id, permission);
  add_event(bench.database, id, "stored", kVisitor, turn.at_ms);
  put_on_card_of_number(bench, id, turn.at_ms);
}

void update_callback(const Bench& bench, const TurnRecord& turn) {
  const auto& lead = turn.conversation.session.lead.value();
  const auto id = callback_id(turn.conversation.id, lead);
  const bool was_on_card = take_off_card(bench, id, kVisitor, turn.at_ms);
  const auto before = select_callback(bench.database, bench.keys, id);
  if (!before || before->status == name_of(CallbackState::erased)) return;
  write_own_fields(bench, id, lead.fields);
  Row(bench.database,
      "UPDATE callback SET urgent = max(urgent, ?), updated_at_ms = ?, version = version + 1 "
      "WHERE id = ?")
      .number(lead.urgent ? 1 : 0)
      .number(turn.at_ms)
      .text(id)
      .run();
  promise_anew(bench, *before, lead, turn.at_ms);
  settle(bench, id, turn.at_ms);
  add_event(bench.database, id, "changed", kVisitor, turn.at_ms);
  const bool is_other_number =
      phone_index(bench.keys, before->fields) != phone_index(bench.keys, lead.fields);
  if (was_on_card || is_other_number) put_on_card_of_number(bench, id, turn.at_ms);
}

bool hear_danger(const Bench& bench, std::string_view id, std::int64_t now_ms) {
  static const std::string sql =
      "UPDATE callback SET urgent = 1, bumped = 1, not_before_ms = 0, due_ms = min(due_ms, ?1), "
      "tries = iif(status IN (" + called_again() + "), 0, tries), "
      "acknowledged_by = iif(status = 'claimed', acknowledged_by, ''), "
      "acknowledged_at_ms = iif(status = 'claimed', acknowledged_at_ms, 0), "
      "status = iif(status IN (" + called_again() + "), 'attempting', status), "
      "updated_at_ms = ?1, version = version + 1 WHERE id = ?2 AND "
      "(status IN (" + called_again() + ") OR (status = 'claimed' AND bumped = 0) OR "
      "(status IN ('new', 'attempting') AND (acknowledged_at_ms <> 0 OR not_before_ms > ?1))) "
      "RETURNING status";
  std::string status;
  {
    Row row(bench.database, sql.c_str());
    row.number(now_ms).text(id);
    while (row.next()) status = row.get(0);
  }
  if (status.empty()) return false;
  settle(bench, id, now_ms);
  add_event(bench.database, id, "danger again", kVisitor, now_ms);
  return status != name_of(CallbackState::claimed);
}

void cancel_callback(const Bench& bench, const TurnRecord& turn) {
  const auto id = callback_id(turn.conversation.id, turn.conversation.session.lead.value());
  take_off_card(bench, id, kVisitor, turn.at_ms);
  static const std::string sql =
      "UPDATE callback SET status = 'cancelled', holder = '', lease_until_ms = 0, "
      "updated_at_ms = ?, version = version + 1 WHERE id = ? AND status IN (" +
      sql_states_before(Step::visitor, CallbackState::cancelled) + ")";
  if (Row(bench.database, sql.c_str()).number(turn.at_ms).text(id).run() != 1) return;
  add_event(bench.database, id, "cancelled", kVisitor, turn.at_ms);
  hand_on_card(bench, id, kVisitor, turn.at_ms);
}

void erase_callbacks(const Bench& bench, std::string_view conversation_id, std::int64_t now_ms) {
  std::vector<std::string> ids;
  Row row(bench.database,
          "SELECT id FROM callback WHERE conversation_id = ? AND status <> 'erased'");
  row.text(conversation_id);
  while (row.next()) ids.push_back(row.get(0));
  for (const auto& id : ids) erase_callback(bench, id, now_ms);
}

}  // namespace bot
