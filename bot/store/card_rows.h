#pragma once

#include "bot/store/callback_rows.h"

// The SQL of what coordinators write on a card.
namespace bot {

Verdict change_card(const Bench& bench, std::string_view id, const CardChange& change);
Verdict insert_note(const Bench& bench, std::string_view id, const CardNote& note);
/// Somebody has the crisis in hand: it escalates no further.
Verdict acknowledge(const Bench& bench, std::string_view id, std::string_view by,
                    std::int64_t now_ms);

CardHistory select_history(SQLite::Database& database, const Keys& keys, std::string_view id);

}  // namespace bot
