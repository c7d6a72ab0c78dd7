#pragma once

#include "dialogs/flow.h"
#include "dialogs/move.h"

namespace dialogs {

/// The option of `state` whose button this message presses; nullptr where it presses none of them.
const Option* pressed(const Move& move, const State& state);

/// The option of `state` that this message says, by its label in any language or its `says`;
/// nullptr where it says none.
const Option* said(const Move& move, const State& state);

}  // namespace dialogs
