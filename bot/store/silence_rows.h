#pragma once

#include <string>
#include <string_view>

#include "bot/store/row.h"

// The SQL of numbers that ask for silence, by a callback that has the number.
namespace bot {

/// No calls and no texts to this callback's number, whatever is asked later by the chat.
void silence_number(SQLite::Database& database, std::string_view id, std::int64_t now_ms);

/// The channels that are closed to the number, and since when, as JSON.
std::string select_silence(SQLite::Database& database, std::string_view id);
/// What was closed at `since_ms` is as select_silence() gave it before; what the person closed or
/// opened themselves since then stays.
void restore_silence(SQLite::Database& database, std::string_view id, std::string_view before,
                     std::int64_t since_ms);

}  // namespace bot
