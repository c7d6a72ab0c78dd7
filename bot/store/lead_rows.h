#pragma once

#include "bot/store/callback_rows.h"

// What a turn of a conversation does to its callbacks. Each function throws SQLite::Exception where
// SQLite fails.
namespace bot {

/// Stores the lead. A number that waits for a call already has a card: the request is put on it.
void insert_callback(const Bench& bench, const TurnRecord& turn);
void update_callback(const Bench& bench, const TurnRecord& turn);
void cancel_callback(const Bench& bench, const TurnRecord& turn);
/// Takes the personal data out of every callback of the conversation.
void erase_callbacks(const Bench& bench, std::string_view conversation_id, std::int64_t now_ms);

}  // namespace bot
