#pragma once

#include "dialogs/flow.h"
#include "dialogs/move.h"

namespace dialogs {

/// Answers the pending confirm state `state`. A yes is only one to what was shown: a new detail
/// beside it brings the summary again.
bool answer_confirm(Move& move, const State& state);

/// "Change the time": a no to the summary that says what to change. False where the message is
/// anything else.
bool say_what_to_change(Move& move);

/// "Yes that's right. Will my boss know?": a plain yes at a confirm state with a question beside
/// it. Gives the consent, then answers. False where the message is anything else.
bool agree_and_answer(Move& move);

}  // namespace dialogs
