#include "bot/store/card_rows.h"

#include <algorithm>

#include "bot/desk/callback_state.h"
#include "bot/store/attempt_rows.h"
#include "bot/store/card_fields.h"
#include "bot/store/claim_rows.h"
#include "bot/store/edit_rows.h"
#include "bot/store/merge_rows.h"
#include "bot/store/silence_rows.h"
#include "bot/store/undo_rows.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

// Whoever writes with one number again and again makes no card that cannot be shown.
constexpr std::ptrdiff_t kMergedMax = 100;

std::string note_context(std::string_view id, std::int64_t sequence) {
  return "note.text/" + std::string(id) + "/" + std::to_string(sequence);
}

void touch(SQLite::Database& database, std::string_view id, std::int64_t now_ms) {
  Row(database, "UPDATE callback SET updated_at_ms = ?, version = version + 1 WHERE id = ?")
      .number(now_ms)
      .text(id)
      .run();
}

void change_fields(const Bench& bench, const Callback& card, const CardChange& change) {
  if (change.fields.empty()) return;
  for (const auto& [field, value] : change.fields) {
    const auto old = card.fields.find(field);
    write_edit(bench, card.id, change, field,
               old == card.fields.end() ? Json() : slot_value_json(old->second),
               slot_value_json(value));
  }
  correct_fields(bench, card.id, change.fields);
  add_event(bench.database, card.id, "edited", change.by, change.at_ms);
}

/// The change without what the card says already.
CardChange without_what_is_so(CardChange change, const Callback& card) {
  if (change.status == card.status) change.status.clear();
  std::erase_if(change.fields, [&](const auto& field) {
    const auto now = card.fields.find(field.first);
    return now != card.fields.end() && now->second == field.second;
  });
  return change;
}

/// What a decision brings with it beside the state.
void change_state(const Bench& bench, const Callback& card, const CardChange& change) {
  if (change.status.empty()) return;
  write_edit(bench, card.id, change, "status", card.status, change.status);
  Row(bench.database,
      "UPDATE callback SET status = ?1, holder = '', lease_until_ms = 0, "
      "tries = iif(?1 = 'attempting', 0, tries), "
      "not_before_ms = iif(?1 = 'attempting', 0, not_before_ms), "
      "due_ms = iif(?1 = 'attempting', ?2, due_ms), "
      "reached_at_ms = iif(?1 IN ('reached', 'scheduled') AND reached_at_ms = 0, ?2, "
      "reached_at_ms) WHERE id = ?3")
      .text(change.status)
      .number(change.at_ms)
      .text(card.id)
      .run();
  if (change.status == name_of(CallbackState::do_not_contact))
    silence_number(bench.database, card.id, change.at_ms);
  add_event(bench.database, card.id, change.status, change.by, change.at_ms);
}

std::vector<CardNote> select_notes(SQLite::Database& database, const Keys& keys,
                                   std::string_view id) {
  std::vector<CardNote> notes;
  Row row(database,
          "SELECT sequence, sealed_text, by, at_ms FROM note WHERE callback_id = ? "
          "ORDER BY sequence");
  row.text(id);
  while (row.next())
    notes.push_back({row.get_number(0), keys.open(row.get(1), note_context(id, row.get_number(0))),
                     row.get(2), row.get_number(3)});
  return notes;
}

}  // namespace

Verdict change_card(const Bench& bench, std::string_view id, const CardChange& wanted) {
  const auto card = select_callback(bench.database, bench.keys, id);
  if (!card) return Verdict::not_found;
  if (card->version != wanted.version) return Verdict::stale;
  const auto change = without_what_is_so(wanted, *card);
  const auto from = callback_state(card->status).value_or(CallbackState::erased);
  if (from == CallbackState::erased) return Verdict::closed;
  if (from == CallbackState::claimed && card->holder != change.by &&
      card->lease_until_ms > change.at_ms)
    return Verdict::held_by_other;
  if (change.status.empty() && change.fields.empty()) return Verdict::unchanged;
  if (!change.status.empty()) {
    const auto to = callback_state(change.status);
    if (!to || !may_follow(from, Step::decide, *to)) return Verdict::not_allowed;
  }
  change_fields(bench, *card, change);
  change_state(bench, *card, change);
  if (change.fields.contains("phone")) gather_on_card(bench, id, change.by, change.at_ms);
  touch(bench.database, id, change.at_ms);
  settle(bench, id, change.at_ms);
  return Verdict::done;
}

Verdict insert_note(const Bench& bench, std::string_view id, const CardNote& note) {
  Row row(bench.database,
          "SELECT status, (SELECT ifnull(max(sequence), 0) + 1 FROM note WHERE callback_id = ?1) "
          "FROM callback WHERE id = ?1");
  if (!row.text(id).next()) return Verdict::not_found;
  if (row.get(0) == name_of(CallbackState::erased)) return Verdict::closed;
  const auto sequence = row.get_number(1);
  Row(bench.database,
      "INSERT INTO note (callback_id, sequence, sealed_text, by, at_ms) VALUES (?, ?, ?, ?, ?)")
      .text(id)
      .number(sequence)
      .blob(bench.keys.seal(note.text, note_context(id, sequence)))
      .text(note.by)
      .number(note.at_ms)
      .run();
  touch(bench.database, id, note.at_ms);
  return Verdict::done;
}

Verdict acknowledge(const Bench& bench, std::string_view id, std::string_view by,
                    std::int64_t now_ms) {
  const int changed =
      Row(bench.database,
          "UPDATE callback SET acknowledged_by = ?, acknowledged_at_ms = ?, updated_at_ms = ?, "
          "version = version + 1 WHERE id = ? AND urgent = 1 AND acknowledged_at_ms = 0")
          .text(by)
          .number(now_ms)
          .number(now_ms)
          .text(id)
          .run();
  if (changed == 1) {
    add_event(bench.database, id, "acknowledged", by, now_ms);
    return Verdict::done;
  }
  Row row(bench.database, "SELECT urgent FROM callback WHERE id = ?");
  if (!row.text(id).next()) return Verdict::not_found;
  return row.get_number(0) != 0 ? Verdict::done : Verdict::not_allowed;
}

CardHistory select_history(SQLite::Database& database, const Keys& keys, std::string_view id) {
  CardHistory history;
  history.attempts = select_attempts(database, keys, id);
  history.undoable = select_undoable(database, id);
  history.notes = select_notes(database, keys, id);
  history.edits = select_edits(database, keys, id);
  Row row(database, "SELECT what, by, at_ms FROM event WHERE callback_id = ? ORDER BY rowid");
  row.text(id);
  while (row.next()) history.events.push_back({row.get(0), row.get(1), row.get_number(2)});
  const auto on_card = select_on_card(database, id);
  const auto newest = on_card.end() - std::min<std::ptrdiff_t>(std::ssize(on_card), kMergedMax);
  for (auto other = newest; other != on_card.end(); ++other)
    if (auto callback = select_callback(database, keys, *other))
      history.merged.push_back(*std::move(callback));
  return history;
}

}  // namespace bot
