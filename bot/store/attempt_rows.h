#pragma once

#include "bot/store/callback_rows.h"

// The SQL of attempts, and of numbers that ask for silence.
namespace bot {

/// The holder's attempt: what it found decides what the callback is, and when it is tried again.
Verdict insert_attempt(const Bench& bench, std::string_view id, const Attempt& attempt);
std::vector<Attempt> select_attempts(const SQLite::Database& database, const Keys& keys,
                                     std::string_view id);

/// No calls and no texts to this callback's number, whatever is asked later by the chat.
void silence_number(const Bench& bench, std::string_view id, std::int64_t now_ms);

}  // namespace bot
