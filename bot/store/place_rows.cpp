#include "bot/store/place_rows.h"

#include <array>

namespace bot {
namespace {

constexpr std::array kColumns = {"attempts",       "promise_missed", "first_attempt_at_ms",
                                 "reached_at_ms",  "not_before_ms",  "due_ms",
                                 "bumped",         "status",         "tries"};

/// `status` and `tries` speak of one thing: both are as they were left, or neither goes back.
bool is_of_attempts(std::string_view column) { return column == "status" || column == "tries"; }

std::string member(const char* of, std::string_view column) {
  return std::string("json_extract(") + of + ", '$." + std::string(column) + "')";
}

std::string place_sql() {
  std::string members;
  for (const char* column : kColumns)
    members += (members.empty() ? "'" : ", '") + std::string(column) + "', " + column;
  return "SELECT json_object(" + members + ") FROM callback WHERE id = ?";
}

std::string put_back_sql(bool only_unmoved) {
  const auto as_left = [](std::string_view column) {
    return std::string(column) + " = " + member("?2", column);
  };
  std::string sql;
  for (const std::string column : kColumns) {
    sql += (sql.empty() ? "UPDATE callback SET " : ", ") + column + " = ";
    if (!only_unmoved) {
      sql += member("?1", column);
      continue;
    }
    const auto is_unmoved =
        is_of_attempts(column) ? as_left("status") + " AND " + as_left("tries") : as_left(column);
    sql += "iif(" + is_unmoved + ", " + member("?1", column) + ", " + column + ")";
  }
  return sql + " WHERE id = " + (only_unmoved ? "?3" : "?2");
}

}  // namespace

std::string select_place(const SQLite::Database& database, std::string_view id) {
  static const std::string sql = place_sql();
  Row row(database, sql.c_str());
  return row.text(id).next() ? row.get(0) : std::string();
}

void put_back(SQLite::Database& database, std::string_view id, std::string_view place) {
  static const std::string sql = put_back_sql(false);
  Row(database, sql.c_str()).text(place).text(id).run();
}

void put_back_unmoved(SQLite::Database& database, std::string_view id, std::string_view before,
                      std::string_view after) {
  static const std::string sql = put_back_sql(true);
  Row(database, sql.c_str()).text(before).text(after).text(id).run();
}

}  // namespace bot
