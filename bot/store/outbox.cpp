#include "bot/store/outbox.h"

#include <algorithm>

#include "bot/random_token.h"
#include "bot/store/callback_rows.h"
#include "bot/store/database.h"
#include "bot/store/row.h"
#include "bot/store/store.h"

namespace bot {
namespace {

constexpr std::size_t kIdBytes = 12;

bool is_put(SQLite::Database& database, std::string_view kind, std::string_view about) {
  return Row(database, "SELECT 1 FROM alert WHERE about = ? AND kind = ?")
      .text(about)
      .text(kind)
      .next();
}

void put(SQLite::Database& database, std::string_view kind, std::string_view about,
         const std::vector<std::string>& ways, std::int64_t now_ms) {
  for (const auto& way : ways)
    Row(database,
        "INSERT INTO alert (id, kind, about, way, created_at_ms, due_at_ms) "
        "VALUES (?, ?, ?, ?, ?, ?)")
        .text("msg_" + random_token(kIdBytes))
        .text(kind)
        .text(about)
        .text(way)
        .number(now_ms)
        .number(now_ms)
        .run();
}

}  // namespace

std::string told_about(SQLite::Database& database, const TurnRecord& turn) {
  const auto& conversation = turn.conversation;
  if (!conversation.session.lead) return conversation.id;
  auto id = callback_id(conversation.id, *conversation.session.lead);
  Row row(database, "SELECT merged_into FROM callback WHERE id = ? AND status = 'duplicate'");
  return row.text(id).next() ? row.get(0) : id;
}

void put_alerts(SQLite::Database& database, const TurnRecord& turn, std::string_view about,
                bool is_danger_anew, const std::vector<std::string>& ways) {
  if (ways.empty()) return;
  const auto& session = turn.conversation.session;
  const bool is_new = std::find(turn.effects.begin(), turn.effects.end(),
                                dialogs::Effect::store_lead) != turn.effects.end();
  const bool is_urgent = session.lead ? session.lead->urgent : session.urgent;
  if (is_danger_anew || (is_urgent && !is_put(database, "urgent", about)))
    put(database, "urgent", about, ways, turn.at_ms);
  else if (is_new)
    put(database, "new", about, ways, turn.at_ms);
}

std::vector<Alert> Outbox::due(std::int64_t now_ms, int limit) const {
  return database_.read([&](SQLite::Database& database) {
    Row row(database,
            "SELECT id, kind, about, way, created_at_ms, tries FROM alert WHERE told_at_ms = 0 "
            "AND given_up_at_ms = 0 AND due_at_ms <= ? ORDER BY due_at_ms LIMIT ?");
    row.number(now_ms).number(limit);
    std::vector<Alert> alerts;
    while (row.next())
      alerts.push_back({row.get(0), row.get(1), row.get(2), row.get(3), row.get_number(4),
                        static_cast<int>(row.get_number(5))});
    return alerts;
  });
}

std::vector<UntoldAlert> Outbox::untold() const {
  return database_.read([&](SQLite::Database& database) {
    Row row(database,
            "SELECT id, kind, about, way, created_at_ms, tries, why, due_at_ms, given_up_at_ms "
            "FROM alert WHERE told_at_ms = 0 ORDER BY created_at_ms, id");
    std::vector<UntoldAlert> alerts;
    while (row.next())
      alerts.push_back({{row.get(0), row.get(1), row.get(2), row.get(3), row.get_number(4),
                         static_cast<int>(row.get_number(5))},
                        row.get(6),
                        row.get_number(7),
                        row.get_number(8)});
    return alerts;
  });
}

void Outbox::escalate(const std::vector<std::string>& ways, std::int64_t after_ms,
                      std::int64_t now_ms) {
  const auto unheard = database_.read([&](SQLite::Database& database) {
    Row row(database,
            "SELECT callback.id FROM callback INDEXED BY callback_in_order "
            "LEFT JOIN alert ON alert.about = callback.id "
            "AND alert.kind IN ('urgent', 'urgent_waiting') "
            "WHERE callback.asleep IN (0, 1) AND callback.urgent = 1 "
            "AND callback.acknowledged_at_ms = 0 "
            "AND callback.status IN ('new', 'claimed', 'attempting') "
            "GROUP BY callback.id "
            "HAVING ifnull(max(alert.created_at_ms), callback.updated_at_ms) <= ?");
    row.number(now_ms - after_ms);
    std::vector<std::string> ids;
    while (row.next()) ids.push_back(row.get(0));
    return ids;
  });
  if (unheard.empty()) return;
  database_.write([&](SQLite::Database& database) {
    for (const auto& id : unheard) put(database, "urgent_waiting", id, ways, now_ms);
  });
}

void Outbox::forget(std::int64_t before_ms) {
  // "c1-1", a callback, belongs to the conversation "c1".
  static constexpr const char* kOld =
      "FROM alert WHERE max(told_at_ms, given_up_at_ms) BETWEEN 1 AND ? "
      "AND NOT EXISTS (SELECT 1 FROM callback WHERE callback.id = alert.about AND urgent = 1 "
      "AND acknowledged_at_ms = 0 AND status IN ('new', 'claimed', 'attempting')) "
      "AND NOT (kind = 'urgent' AND EXISTS (SELECT 1 FROM conversation "
      "WHERE conversation.id = substr(about, 1, instr(about || '-', '-') - 1)))";
  const bool is_due = database_.read([&](SQLite::Database& database) {
    return Row(database, (std::string("SELECT 1 ") + kOld + " LIMIT 1").c_str())
        .number(before_ms - 1)
        .next();
  });
  if (!is_due) return;
  database_.write([&](SQLite::Database& database) {
    Row(database, (std::string("DELETE ") + kOld).c_str()).number(before_ms - 1).run();
  });
}

void Outbox::told(std::string_view id, std::int64_t now_ms) {
  database_.write([&](SQLite::Database& database) {
    Row(database, "UPDATE alert SET told_at_ms = ?, tries = tries + 1, why = '' WHERE id = ?")
        .number(now_ms)
        .text(id)
        .run();
  });
}

void Outbox::try_again(std::string_view id, std::string_view why, std::int64_t due_at_ms) {
  database_.write([&](SQLite::Database& database) {
    Row(database, "UPDATE alert SET due_at_ms = ?, tries = tries + 1, why = ? WHERE id = ?")
        .number(due_at_ms)
        .text(why)
        .text(id)
        .run();
  });
}

void Outbox::give_up(std::string_view id, std::string_view why, std::int64_t now_ms) {
  database_.write([&](SQLite::Database& database) {
    Row(database, "UPDATE alert SET given_up_at_ms = ?, tries = tries + 1, why = ? WHERE id = ?")
        .number(now_ms)
        .text(why)
        .text(id)
        .run();
  });
}

}  // namespace bot
