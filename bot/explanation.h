#pragma once

#include <optional>
#include <string>

#include "bot/store/store.h"

namespace bot {

/// Why a stored turn answered as it did, for a person to read: what was heard, what was understood
/// with scores, the ladder's step that spoke, the state before, what changed, and the replies.
/// `after` is the session that the turn left; without it nothing is said about changes. Holds what
/// the visitor wrote.
std::string explanation(const StoredTurn& turn, int number,
                        const std::optional<dialogs::Session>& after);

}  // namespace bot
