#pragma once

#include "bot/store/callback_rows.h"

// One person, one card: the SQL that puts a request on another's card and takes it off again.
namespace bot {

/// Puts `id` on the card `into`, which then says what both say and stands where the more pressing
/// of the two stood: a card with a waiting request on it is in the queue.
Verdict put_on_card(const Bench& bench, std::string_view id, std::string_view into,
                    std::string_view by, std::int64_t now_ms);
/// Undoes it; false where `id` is on no card. The card says what the others and its own request
/// say, and, when it was the last, stands where it stood.
bool take_off_card(const Bench& bench, std::string_view id, std::string_view by,
                   std::int64_t now_ms);

/// Puts a request that just came on the card of a request from the same number that still waits for
/// its call, and bumps that card: the visitor asked again.
void put_on_card_of_number(const Bench& bench, std::string_view id, std::int64_t now_ms);

/// The card's number is another now: what still waits for a call to that number, and is in nobody's
/// hands, is put on it.
void gather_on_card(const Bench& bench, std::string_view id, std::string_view by,
                    std::int64_t now_ms);

/// The card is withdrawn: the oldest request on it becomes the card of the others.
void hand_on_card(const Bench& bench, std::string_view id, std::string_view by,
                  std::int64_t now_ms);

/// Requests on the card, oldest first.
std::vector<std::string> select_on_card(SQLite::Database& database, std::string_view id);

}  // namespace bot
