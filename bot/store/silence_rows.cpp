#include "bot/store/silence_rows.h"

namespace bot {

void silence_number(SQLite::Database& database, std::string_view id, std::int64_t now_ms) {
  for (const char* channel : {"calls", "sms"})
    Row(database,
        "INSERT OR REPLACE INTO suppression SELECT phone_index, ?, ? FROM callback "
        "WHERE id = ? AND phone_index IS NOT NULL")
        .text(channel)
        .number(now_ms)
        .text(id)
        .run();
}

std::string select_silence(SQLite::Database& database, std::string_view id) {
  Row row(database,
          "SELECT json_group_object(channel, at_ms) FROM suppression "
          "WHERE phone_index = (SELECT phone_index FROM callback WHERE id = ?)");
  return row.text(id).next() ? row.get(0) : std::string();
}

void restore_silence(SQLite::Database& database, std::string_view id, std::string_view before,
                     std::int64_t since_ms) {
  Row(database,
      "UPDATE suppression SET at_ms = json_extract(?1, '$.' || channel) WHERE "
      "phone_index = (SELECT phone_index FROM callback WHERE id = ?2) AND at_ms = ?3 AND "
      "json_extract(?1, '$.' || channel) IS NOT NULL")
      .text(before)
      .text(id)
      .number(since_ms)
      .run();
  Row(database,
      "DELETE FROM suppression WHERE at_ms = ?1 AND "
      "phone_index = (SELECT phone_index FROM callback WHERE id = ?2)")
      .number(since_ms)
      .text(id)
      .run();
}

}  // namespace bot
