#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Takes up a form that lay: after danger and after hours with a word about it, after a day by
/// asking first whether to go on. A time to call that has gone by meanwhile is asked for again.
void take_up(Move& move);

/// Reads the message while the visitor is asked whether to go on with a form of another day: yes,
/// no, or the pending answer itself. True when it was one.
bool answer_resting(Move& move);

/// Goes on with a form of another day.
void wake(Move& move);

}  // namespace dialogs
