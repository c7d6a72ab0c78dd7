#include "bot/store/callback_rows.h"

#include "bot/desk/callback_state.h"
#include "bot/store/channel_name.h"
#include "bot/store/session_json.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kPhone = "phone";

std::string fields_context(std::string_view id) {
  return "callback.fields/" + std::string(id);
}

std::string promise_context(std::string_view id) {
  return "callback.promise/" + std::string(id);
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

/// What is known by the number: how often it asked, and whether it asked for silence.
void read_number(const SQLite::Database& database, const std::string& index, Callback& callback) {
  if (index.empty()) return;
  Row row(database,
          "SELECT (SELECT count(*) FROM callback WHERE phone_index = ?1) - 1, "
          "EXISTS (SELECT 1 FROM suppression WHERE phone_index = ?1)");
  row.blob(index).next();
  callback.history = static_cast<int>(row.get_number(0));
  callback.suppressed = row.get_number(1) != 0;
}

void read_promise(const Keys& keys, const std::string& sealed, Callback& callback) {
  if (!sealed.empty()) callback.promise.told = keys.open(sealed, promise_context(callback.id));
}

}  // namespace

const std::string& ended_at_sql() {
  static const std::string sql =
      "iif(first_attempt_at_ms <> 0 OR status IN (" + sql_states(DeskList::queue) +
      "), 0, (SELECT ifnull(min(at_ms), 0) FROM event WHERE callback_id = callback.id AND "
      "(what = iif(status = 'duplicate', 'merged', status) OR "
      "(status = 'erased' AND what = 'cancelled'))))";
  return sql;
}

const std::string kSelectCallback =
    "SELECT id, conversation_id, channel, status, urgent, sealed_fields, holder, lease_until_ms, "
    "attempts, created_at_ms, updated_at_ms, version, sealed_promise, promise_due_ms, "
    "promise_missed, first_attempt_at_ms, asleep, turns_at_ms, due_ms, merged_into, bumped, "
    "acknowledged_by, acknowledged_at_ms, phone_index, " +
    ended_at_sql() + " FROM callback ";

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
  read_promise(keys, row.get(12), callback);
  callback.promise.due_ms = row.get_number(13);
  callback.promise_missed = row.get_number(14) != 0;
  callback.first_attempt_at_ms = row.get_number(15);
  callback.asleep = row.get_number(16) != 0;
  callback.turns_at_ms = row.get_number(17);
  callback.due_ms = row.get_number(18);
  callback.merged_into = row.get(19);
  callback.bumped = row.get_number(20) != 0;
  callback.acknowledged_by = row.get(21);
  callback.acknowledged_at_ms = row.get_number(22);
  read_number(database, row.get(23), callback);
  callback.ended_at_ms = row.get_number(24);
  read_consents(database, callback);
  return callback;
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

std::string callback_id(std::string_view conversation_id, const dialogs::Lead& lead) {
  return lead_id(conversation_id, lead);
}

dialogs::Slots select_fields(const SQLite::Database& database, const Keys& keys,
                             std::string_view id) {
  Row row(database, "SELECT sealed_fields FROM callback WHERE id = ?");
  if (!row.text(id).next() || row.get(0).empty()) return {};
  return slots_of(Json::parse(keys.open(row.get(0), fields_context(id))));
}

void write_fields(const Bench& bench, std::string_view id, const dialogs::Slots& fields) {
  Row(bench.database, "UPDATE callback SET sealed_fields = ?, phone_index = ? WHERE id = ?")
      .blob(bench.keys.seal(slots_json(fields).dump(), fields_context(id)))
      .blob_or_null(phone_index(bench.keys, fields))
      .text(id)
      .run();
}

void write_promise(const Bench& bench, std::string_view id, const Promise& promise) {
  Row(bench.database,
      "UPDATE callback SET sealed_promise = ?, promise_due_ms = ?, due_ms = ? WHERE id = ?")
      .blob(bench.keys.seal(promise.told, promise_context(id)))
      .number(promise.due_ms)
      .number(promise.due_ms)
      .text(id)
      .run();
}

Waiting settle(const Bench& bench, std::string_view id, std::int64_t now_ms) {
  Row row(bench.database, "SELECT urgent, not_before_ms FROM callback WHERE id = ?");
  if (!row.text(id).next()) return {};
  const auto fields = select_fields(bench.database, bench.keys, id);
  const auto wish = CallWish::of(fields, row.get_number(0) != 0, bench.rules.clinic_zone);
  const auto waiting = waiting_at(wish, bench.rules, row.get_number(1), now_ms);
  Row(bench.database, "UPDATE callback SET asleep = ?, turns_at_ms = ? WHERE id = ?")
      .number(waiting.asleep ? 1 : 0)
      .number(waiting.turns_at_ms)
      .text(id)
      .run();
  return waiting;
}

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

std::vector<Callback> select_callbacks(const SQLite::Database& database, const Keys& keys,
                                       int limit) {
  std::vector<Callback> callbacks;
  const auto sql = kSelectCallback +
                   "INDEXED BY callback_in_order WHERE status IN (" +
                   sql_states(DeskList::queue) +
                   ") ORDER BY asleep, urgent DESC, due_ms, created_at_ms, id LIMIT ?";
  Row row(database, sql.c_str());
  row.number(limit);
  while (row.next()) callbacks.push_back(callback_of(row, database, keys));
  return callbacks;
}

std::optional<Callback> select_callback(const SQLite::Database& database, const Keys& keys,
                                        std::string_view id) {
  Row row(database, (kSelectCallback + "WHERE id = ?").c_str());
  if (!row.text(id).next()) return std::nullopt;
  return callback_of(row, database, keys);
}

std::vector<Callback> select_callbacks_by_phone(const SQLite::Database& database,
                                                const Keys& keys, std::string_view phone,
                                                int limit) {
  std::vector<Callback> callbacks;
  Row row(database, (kSelectCallback +
                     "WHERE phone_index = ? ORDER BY created_at_ms DESC, id DESC LIMIT ?")
                        .c_str());
  row.blob(keys.blind_index(phone, kPhone)).number(limit);
  while (row.next()) callbacks.push_back(callback_of(row, database, keys));
  return callbacks;
}

}  // namespace bot
