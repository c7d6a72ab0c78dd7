#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Outside a form, nothing was understood: first "did you mean" or a kind decline, then other
/// words, then a person. Never a loop, never a dead end.
void fall_back(Move& move);

}  // namespace dialogs
