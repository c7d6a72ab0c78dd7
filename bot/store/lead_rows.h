#pragma once

#include "bot/store/callback_rows.h"

// What a turn of a conversation does to its callbacks. Each function throws SQLite::Exception where
// SQLite fails.
namespace bot {

/// Stores the lead. A number that waits for a call already has a card: the request is put on it.
void insert_callback(const Bench& bench, const TurnRecord& turn);
void update_callback(const Bench& bench, const TurnRecord& turn);
/// Danger was seen in a conversation that left a request: its card, which may be another's, is one
/// to call now, whoever took it in hand before and whatever came of it, unless it was withdrawn or
/// nobody may call there. Gives whether the desk is to be told of it anew; repeated, it is not.
bool hear_danger(const Bench& bench, std::string_view id, std::int64_t now_ms);
void cancel_callback(const Bench& bench, const TurnRecord& turn);
/// Takes the personal data out of every callback of the conversation.
void erase_callbacks(const Bench& bench, std::string_view conversation_id, std::int64_t now_ms);

}  // namespace bot
