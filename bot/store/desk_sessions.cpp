#include "bot/store/desk_sessions.h"

#include <algorithm>

#include "bot/random_token.h"
#include "bot/store/database.h"
#include "bot/store/idempotency_rows.h"
#include "bot/store/row.h"

namespace bot {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kIdBytes = 8;
// A write for every click would be one too many; the idle limit is that much coarser.
constexpr std::int64_t kSeenEveryMs = 30'000;
constexpr const char* kToken = "session";

}  // namespace

std::int64_t DeskSession::idle_until_ms(const SessionLimits& limits) const {
  return std::min(seen_at_ms + limits.idle_ms, expires_at_ms(limits));
}

std::optional<DeskSessions::Begun> DeskSessions::begin(std::string_view account,
                                                       std::string_view address,
                                                       std::string_view replaced_token,
                                                       const AuditEntry& entry) {
  const Keys& keys = database_.keys();
  const auto now_ms = entry.at_ms;
  Begun begun{{random_token(kIdBytes), std::string(account), Role::coordinator, now_ms, now_ms},
              random_token(kTokenBytes)};
  return database_.write([&](SQLite::Database& database) -> std::optional<Begun> {
    Row role(database, "SELECT role FROM account WHERE name = ? AND disabled = 0");
    if (!role.text(account).next()) return std::nullopt;
    begun.session.role = role_of(role.get(0)).value();
    Row(database,
        "DELETE FROM session WHERE token_hash = ? OR created_at_ms <= ? OR seen_at_ms <= ?")
        .blob(keys.blind_index(replaced_token, kToken))
        .number(now_ms - limits_.absolute_ms)
        .number(now_ms - limits_.idle_ms)
        .run();
    Row(database, "INSERT INTO session VALUES (?, ?, ?, ?, ?)")
        .text(begun.session.id)
        .blob(keys.blind_index(begun.token, kToken))
        .text(account)
        .number(now_ms)
        .number(now_ms)
        .run();
    Row(database, "INSERT OR REPLACE INTO known_address VALUES (?, ?, ?)")
        .text(account)
        .blob(keys.blind_index(address, "address"))
        .number(now_ms)
        .run();
    append_audit(database, entry);
    return begun;
  });
}

std::optional<DeskSession> DeskSessions::find(std::string_view token, std::int64_t now_ms,
                                              bool is_background) {
  auto found = database_.read([&](SQLite::Database& database) -> std::optional<DeskSession> {
    Row row(database,
            "SELECT session.id, account, role, session.created_at_ms, seen_at_ms FROM session "
            "JOIN account ON account.name = account WHERE token_hash = ? AND disabled = 0");
    if (!row.blob(database_.keys().blind_index(token, kToken)).next()) return std::nullopt;
    return DeskSession{row.get(0), row.get(1), role_of(row.get(2)).value(), row.get_number(3),
                       row.get_number(4)};
  });
  if (!found || now_ms >= found->idle_until_ms(limits_)) return std::nullopt;
  if (is_background || now_ms - found->seen_at_ms < kSeenEveryMs) return found;
  found->seen_at_ms = now_ms;
  database_.write([&](SQLite::Database& database) {
    Row(database, "UPDATE session SET seen_at_ms = max(seen_at_ms, ?) WHERE id = ?")
        .number(now_ms)
        .text(found->id)
        .run();
  });
  return found;
}

void DeskSessions::end(std::string_view session_id, const AuditEntry& entry) {
  database_.write([&](SQLite::Database& database) {
    Row(database, "DELETE FROM session WHERE id = ?").text(session_id).run();
    append_audit(database, entry);
  });
}

Verdict DeskSessions::end_all(std::string_view account, const AuditEntry& entry,
                              const Once& once) {
  return database_.write([&](SQLite::Database& database) {
    return carry_out_once(database, database_.keys(), once, "", entry.at_ms, [&] {
      if (!Row(database, "SELECT 1 FROM account WHERE name = ?").text(account).next())
        return Verdict::not_found;
      Row(database, "DELETE FROM session WHERE account = ?").text(account).run();
      append_audit(database, entry);
      return Verdict::done;
    });
  });
}

}  // namespace bot
