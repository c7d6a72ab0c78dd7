#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Reads a plain yes or no as the answer to what the last turn offered: a call, an answer, erasing.
/// Whatever else the message asks for is answered too. True when it was one.
bool answer_offer(Move& move);

/// Asks whether the visitor wants a call.
void offer_call(Move& move);

/// "Tell me the new one" was answered with the new one by itself ("Mika", "310-555-0100"). True
/// when a detail was changed by it.
bool take_promised_change(Move& move);

}  // namespace dialogs
