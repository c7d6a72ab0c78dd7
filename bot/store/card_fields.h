#pragma once

#include <string_view>

#include "bot/store/callback_rows.h"

// What a card says: its own request, what is put on it, and what the desk has corrected. What it
// says of others is made anew of what they say, so that nothing outlives its request.
namespace bot {

/// Its own request says something else now.
void write_own_fields(const Bench& bench, std::string_view id, const dialogs::Slots& fields);
/// Corrected at the desk: stands above what others on the card say, until a newer one differs.
void correct_fields(const Bench& bench, std::string_view id, const dialogs::Slots& corrected);

/// `joined` has been put on the card.
void join_fields(const Bench& bench, std::string_view id, const Callback& joined);
/// What is on the card, or what it says, has changed.
void renew_fields(const Bench& bench, std::string_view id);
/// The card says its own alone; what was on it is elsewhere.
void part_fields(const Bench& bench, std::string_view id);

/// What a request that is erased has said is no longer in the history of the card that it was on.
void forget_in_edits(const Bench& bench, std::string_view card, const dialogs::Slots& erased);

}  // namespace bot
