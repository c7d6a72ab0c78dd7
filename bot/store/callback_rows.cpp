#include "bot/store/callback_rows.h"

#include "bot/store/channel_name.h"
#include "bot/store/session_json.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kPhone = "phone";
constexpr const char* kVisitor = "visitor";

// A callback that somebody still has to call. One that is claimed is open to all again when its
// lease has run out.
#define OPEN_STATUS "status IN ('new', 'claimed', 'attempting')"

std::string fields_context(std::string_view id) {
  return "callback.fields/" + std::string(id);
}

std::string phone_index(const Keys& keys, const dialogs::Slots& fields) {
  const auto phone = fields.find("phone");
  if (phone == fields.end()) return {};
  const auto* number = std::get_if<std::string>(&phone->second);
  return number == nullptr ? std::string() : keys.blind_index(*number, kPhone);
}

void add_event(SQLite::Database& database, std::string_view callback_id, std::string_view what,
               std::string_view by, std::int64_t at_ms) {
  Row(database, "INSERT INTO event VALUES (?, ?, ?, ?)")
      .text(callback_id)
      .text(what)
      .text(by)
      .number(at_ms)
      .run();
}

constexpr const char* kSelect =
    "SELECT id, conversation_id, channel, status, urgent, sealed_fields, holder, lease_until_ms, "
    "attempts, created_at_ms, updated_at_ms, version FROM callback ";

/// The consent to the call was written first; the permissions beside it follow.
void insert_consent(SQLite::Database& database, std::string_view callback_id,
                    const dialogs::Consent& consent) {
  Row(database, "INSERT INTO consent VALUES (?, ?, ?, ?, ?, ?)")
      .text(callback_id)
      .text(consent.id)
      .text(consent.version)
      .text(consent.wording)
      .text(name_of(consent.channel))
      .number(consent.at_ms)
      .run();
}

void read_consents(const SQLite::Database& database, Callback& callback) {
  Row row(database,
          "SELECT consent_id, version, wording, at_ms, channel FROM consent WHERE callback_id = ? "
          "ORDER BY rowid");
  row.text(callback.id);
  for (bool is_first = true; row.next(); is_first = false) {
    dialogs::Consent consent{row.get(0), row.get(1), row.get(2), row.get_number(3),
                             channel_of(row.get(4))};
    if (is_first) callback.consent = std::move(consent);
    else callback.permissions.push_back(std::move(consent));
  }
}

Callback callback_of(Row& row, const SQLite::Database& database, const Keys& keys) {
  Callback callback;
  callback.id = row.get(0);
  callback.conversation_id = row.get(1);
  callback.channel = channel_of(row.get(2));
  callback.status = row.get(3);
  callback.urgent = row.get_number(4) != 0;
  if (const auto sealed = row.get(5); !sealed.empty())
    callback.fields = slots_of(Json::parse(keys.open(sealed, fields_context(callback.id))));
  callback.holder = row.get(6);
  callback.lease_until_ms = row.get_number(7);
  callback.attempts = static_cast<int>(row.get_number(8));
  callback.created_at_ms = row.get_number(9);
  callback.updated_at_ms = row.get_number(10);
  callback.version = row.get_number(11);
  read_consents(database, callback);
  return callback;
}

/// What became of a change that found no row to change.
ClaimResult why_not(SQLite::Database& database, std::string_view id) {
  Row row(database, "SELECT " OPEN_STATUS " FROM callback WHERE id = ?");
  if (!row.text(id).next()) return ClaimResult::not_found;
  return row.get_number(0) != 0 ? ClaimResult::held_by_other : ClaimResult::closed;
}

/// What a callback is after an attempt with that outcome.
std::string_view status_after(std::string_view outcome) {
  if (outcome == "reached" || outcome == "wrong_number") return outcome;
  return "attempting";
}

}  // namespace

std::string callback_id(std::string_view conversation_id, const dialogs::Lead& lead) {
  return lead_id(conversation_id, lead);
}

void insert_callback(SQLite::Database& database, const Keys& keys, const TurnRecord& turn) {
  const auto& lead = turn.conversation.session.lead.value();
  const auto id = callback_id(turn.conversation.id, lead);
  Row(database,
      "INSERT INTO callback (id, conversation_id, channel, status, urgent, sealed_fields, "
      "phone_index, created_at_ms, updated_at_ms) VALUES (?, ?, ?, 'new', ?, ?, ?, ?, ?)")
      .text(id)
      .text(turn.conversation.id)
      .text(name_of(turn.conversation.channel))
      .number(lead.urgent ? 1 : 0)
      .blob(keys.seal(slots_json(lead.fields).dump(), fields_context(id)))
      .blob_or_null(phone_index(keys, lead.fields))
      .number(turn.at_ms)
      .number(turn.at_ms)
      .run();
  insert_consent(database, id, lead.consent);
  for (const auto& permission : lead.permissions) insert_consent(database, id, permission);
  add_event(database, id, "stored", kVisitor, turn.at_ms);
}

void update_callback(SQLite::Database& database, const Keys& keys, const TurnRecord& turn) {
  const auto& lead = turn.conversation.session.lead.value();
  const auto id = callback_id(turn.conversation.id, lead);
  Row(database,
      "UPDATE callback SET sealed_fields = ?, phone_index = ?, urgent = max(urgent, ?), "
      "updated_at_ms = ?, version = version + 1 WHERE id = ?")
      .blob(keys.seal(slots_json(lead.fields).dump(), fields_context(id)))
      .blob_or_null(phone_index(keys, lead.fields))
      .number(lead.urgent ? 1 : 0)
      .number(turn.at_ms)
      .text(id)
      .run();
  add_event(database, id, "changed", kVisitor, turn.at_ms);
}

void cancel_callback(SQLite::Database& database, const TurnRecord& turn) {
  const auto id = callback_id(turn.conversation.id, turn.conversation.session.lead.value());
  const int changed =
      Row(database,
          "UPDATE callback SET status = 'cancelled', holder = '', lease_until_ms = 0, "
          "updated_at_ms = ?, version = version + 1 WHERE id = ? AND " OPEN_STATUS)
          .number(turn.at_ms)
          .text(id)
          .run();
  if (changed == 1) add_event(database, id, "cancelled", kVisitor, turn.at_ms);
}

void erase_callbacks(SQLite::Database& database, std::string_view conversation_id,
                     std::int64_t now_ms) {
  std::vector<std::string> ids;
  Row row(database, "SELECT id FROM callback WHERE conversation_id = ? AND status <> 'erased'");
  row.text(conversation_id);
  while (row.next()) ids.push_back(row.get(0));
  for (const auto& id : ids) {
    Row(database,
        "UPDATE callback SET status = 'erased', sealed_fields = NULL, phone_index = NULL, "
        "holder = '', lease_until_ms = 0, updated_at_ms = ?, version = version + 1 WHERE id = ?")
        .number(now_ms)
        .text(id)
        .run();
    Row(database, "UPDATE attempt SET sealed_note = NULL WHERE callback_id = ?").text(id).run();
    add_event(database, id, "erased", kVisitor, now_ms);
  }
}

std::vector<Callback> select_callbacks(const SQLite::Database& database, const Keys& keys,
                                       int limit) {
  std::vector<Callback> callbacks;
  const auto sql = std::string(kSelect) + "WHERE " OPEN_STATUS
                                          " ORDER BY urgent DESC, created_at_ms, id LIMIT ?";
  Row row(database, sql.c_str());
  row.number(limit);
  while (row.next()) callbacks.push_back(callback_of(row, database, keys));
  return callbacks;
}

std::optional<Callback> select_callback(const SQLite::Database& database, const Keys& keys,
                                        std::string_view id) {
  Row row(database, (std::string(kSelect) + "WHERE id = ?").c_str());
  if (!row.text(id).next()) return std::nullopt;
  return callback_of(row, database, keys);
}

std::vector<Callback> select_callbacks_by_phone(const SQLite::Database& database,
                                                const Keys& keys, std::string_view phone) {
  std::vector<Callback> callbacks;
  Row row(database,
          (std::string(kSelect) + "WHERE phone_index = ? ORDER BY created_at_ms, id").c_str());
  row.blob(keys.blind_index(phone, kPhone));
  while (row.next()) callbacks.push_back(callback_of(row, database, keys));
  return callbacks;
}

std::string claim_first(SQLite::Database& database, std::string_view holder, std::int64_t now_ms,
                        std::int64_t lease_ms) {
  Row row(database,
          "UPDATE callback SET status = 'claimed', holder = ?, lease_until_ms = ?, "
          "updated_at_ms = ?, version = version + 1 WHERE id = (SELECT id FROM callback WHERE "
          OPEN_STATUS " AND lease_until_ms <= ? ORDER BY urgent DESC, created_at_ms, id LIMIT 1) "
          "RETURNING id");
  row.text(holder).number(now_ms + lease_ms).number(now_ms).number(now_ms);
  if (!row.next()) return {};
  const auto id = row.get(0);
  while (row.next()) {
  }
  add_event(database, id, "claimed", holder, now_ms);
  return id;
}

ClaimResult claim_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                      std::int64_t now_ms, std::int64_t lease_ms) {
  const int changed =
      Row(database,
          "UPDATE callback SET status = 'claimed', holder = ?, lease_until_ms = ?, "
          "updated_at_ms = ?, version = version + 1 WHERE id = ? AND " OPEN_STATUS
          " AND (lease_until_ms <= ? OR holder = ?)")
          .text(holder)
          .number(now_ms + lease_ms)
          .number(now_ms)
          .text(id)
          .number(now_ms)
          .text(holder)
          .run();
  if (changed != 1) return why_not(database, id);
  add_event(database, id, "claimed", holder, now_ms);
  return ClaimResult::claimed;
}

ClaimResult release_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                        std::int64_t now_ms) {
  const int changed =
      Row(database,
          "UPDATE callback SET status = iif(attempts > 0, 'attempting', 'new'), holder = '', "
          "lease_until_ms = 0, updated_at_ms = ?, version = version + 1 WHERE id = ? AND "
          "status = 'claimed' AND holder = ?")
          .number(now_ms)
          .text(id)
          .text(holder)
          .run();
  if (changed != 1) return why_not(database, id);
  add_event(database, id, "released", holder, now_ms);
  return ClaimResult::claimed;
}

ClaimResult insert_attempt(SQLite::Database& database, const Keys& keys, std::string_view id,
                           const Attempt& attempt) {
  const int changed =
      Row(database,
          "UPDATE callback SET status = ?, holder = '', lease_until_ms = 0, "
          "attempts = attempts + 1, updated_at_ms = ?, version = version + 1 WHERE id = ? AND "
          "status = 'claimed' AND holder = ?")
          .text(status_after(attempt.outcome))
          .number(attempt.at_ms)
          .text(id)
          .text(attempt.by)
          .run();
  if (changed != 1) return why_not(database, id);
  Row number(database, "SELECT attempts FROM callback WHERE id = ?");
  number.text(id).next();
  const auto sequence = number.get_number(0);
  const std::string context =
      "attempt.note/" + std::string(id) + "/" + std::to_string(sequence);
  Row(database, "INSERT INTO attempt (callback_id, sequence, outcome, sealed_note, by, at_ms) "
      "VALUES (?, ?, ?, ?, ?, ?)")
      .text(id)
      .number(sequence)
      .text(attempt.outcome)
      .blob_or_null(attempt.note.empty() ? "" : keys.seal(attempt.note, context))
      .text(attempt.by)
      .number(attempt.at_ms)
      .run();
  add_event(database, id, attempt.outcome, attempt.by, attempt.at_ms);
  return ClaimResult::claimed;
}

}  // namespace bot
