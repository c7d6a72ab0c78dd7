#pragma once

#include <functional>

#include "bot/store/callback_rows.h"

// The SQL of what coordinators write on a card.
namespace bot {

Verdict change_card(const Bench& bench, std::string_view id, const CardChange& change);
Verdict insert_note(const Bench& bench, std::string_view id, const CardNote& note);
/// Somebody has the crisis in hand: it escalates no further.
Verdict acknowledge(const Bench& bench, std::string_view id, std::string_view by,
                    std::int64_t now_ms);

CardHistory select_history(SQLite::Database& database, const Keys& keys, std::string_view id);

/// Carries the request out, unless the same one was: then it is done. key_reused where its key came
/// with another request. One that is refused may be sent again with its key.
Verdict carry_out_once(const Bench& bench, const Once& once, std::int64_t now_ms,
                       const std::function<Verdict()>& act);

}  // namespace bot
