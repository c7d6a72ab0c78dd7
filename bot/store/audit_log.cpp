#include "bot/store/audit_log.h"

#include <array>
#include <utility>

#include "bot/store/database.h"
#include "bot/store/row.h"

namespace bot {
namespace {

constexpr std::array<std::string_view, 3> kKinds = {"nobody", "person", "machine"};

std::string_view name_of(Caller::Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

Caller::Kind kind_of(std::string_view name) {
  if (name == "person") return Caller::Kind::person;
  return name == "machine" ? Caller::Kind::machine : Caller::Kind::nobody;
}

/// A clock that was set back must not hide what is done from then on.
bool is_noted(SQLite::Database& database, const AuditEntry& entry, std::int64_t within_ms) {
  return Row(database,
             "SELECT 1 FROM audit INDEXED BY audit_by_about WHERE about = ? AND what = ? AND "
             "kind = ? AND who = ? AND at_ms > ? AND at_ms < ? ORDER BY sequence DESC LIMIT 1")
      .text(entry.about)
      .text(entry.what)
      .text(name_of(entry.kind))
      .text(entry.who)
      .number(entry.at_ms - within_ms)
      .number(entry.at_ms + within_ms)
      .next();
}

}  // namespace

AuditEntry audited(const Caller& caller, std::string what, std::string about, std::int64_t at_ms,
                   std::string detail) {
  return {0,           at_ms, caller.kind, caller.name, std::move(what), std::move(about),
          std::move(detail)};
}

void append_audit(SQLite::Database& database, const AuditEntry& entry) {
  Row(database,
      "INSERT INTO audit (at_ms, kind, who, what, about, detail) VALUES (?, ?, ?, ?, ?, ?)")
      .number(entry.at_ms)
      .text(name_of(entry.kind))
      .text(entry.who)
      .text(entry.what)
      .text(entry.about)
      .text(entry.detail)
      .run();
}

void AuditLog::add(const AuditEntry& entry) {
  database_.write([&](SQLite::Database& database) { append_audit(database, entry); });
}

void AuditLog::add_once_in(std::int64_t within_ms, const AuditEntry& entry) {
  const auto is_there = [&](SQLite::Database& database) {
    return is_noted(database, entry, within_ms);
  };
  if (database_.read(is_there)) return;
  database_.write([&](SQLite::Database& database) {
    if (!is_there(database)) append_audit(database, entry);
  });
}

std::vector<AuditEntry> AuditLog::find(const Query& query) const {
  const std::array<std::pair<const char*, const std::string*>, 3> asked = {
      {{"who", &query.who}, {"what", &query.what}, {"about", &query.about}}};
  return database_.read([&](SQLite::Database& database) {
    // Only what is asked for is in the statement, so that an index leads to it.
    std::string sql = "SELECT sequence, at_ms, kind, who, what, about, detail FROM audit WHERE 1";
    if (query.before_sequence != 0) sql += " AND sequence < ?";
    for (const auto& [column, value] : asked)
      if (!value->empty()) sql += std::string(" AND ") + column + " = ?";
    Row row(database, (sql + " ORDER BY sequence DESC LIMIT ?").c_str());
    if (query.before_sequence != 0) row.number(query.before_sequence);
    for (const auto& [column, value] : asked)
      if (!value->empty()) row.text(*value);
    row.number(query.limit);
    std::vector<AuditEntry> entries;
    while (row.next())
      entries.push_back({row.get_number(0), row.get_number(1), kind_of(row.get(2)), row.get(3),
                         row.get(4), row.get(5), row.get(6)});
    return entries;
  });
}

}  // namespace bot
