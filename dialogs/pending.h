#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Reads the message as the answer to the pending question: a button, a word to the form itself
/// ("back", "skip", "why"), a correction, the slot, several slots at once. True when it was one.
/// Topics asked in the same breath are answered before the next question.
bool answer_pending(Move& move);

/// The pending question got nothing it can use: says so, or just asks again where the visitor has
/// only come back to it.
void miss_pending(Move& move);

}  // namespace dialogs
