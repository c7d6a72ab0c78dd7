#pragma once

#include "bot/store/callback_rows.h"

// The SQL of attempts.
namespace bot {

/// The holder's attempt: what it found decides what the callback is, and when it is tried again.
Verdict insert_attempt(const Bench& bench, std::string_view id, const Attempt& attempt);
std::vector<Attempt> select_attempts(const SQLite::Database& database, const Keys& keys,
                                     std::string_view id);

}  // namespace bot
