#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Keeps this turn from saying a paragraph of the turn before word for word: it gets a few words in
/// front ("Back to my question: ..."), and is plain again the turn after. Words about danger and a
/// consent are never touched, nor an SMS that would outgrow its budget. Remembers what was said, as
/// hashes, for the next turn.
void vary_repeated(Move& move);

}  // namespace dialogs
