#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Answers despair, fear or grief that asks nothing with care instead of "I don't understand".
/// False where none was noticed, or something else is to be answered.
bool hear(Move& move);

/// Outside a form, nothing was understood: first "did you mean" or a kind decline, then other
/// words, then a person. Never a loop, never a dead end.
void fall_back(Move& move);

}  // namespace dialogs
