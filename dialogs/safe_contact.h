#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Keeps what a message refuses of the safe-contact card, in every state and before a form: what
/// was granted is taken back, in the form and in the stored request; what was never asked is noted
/// as a no. True when that was served, together with what else the message holds. False where it
/// refuses nothing, or answers the pending question about it.
bool refuse_permissions(Move& move);

/// Answers the pending question about texts and voicemail ("no voicemail, my husband checks it",
/// "not text, voicemail is ok"). A no to one of two leaves the other to be asked. False where the
/// message says nothing of them.
bool answer_permissions(Move& move, const State& state);

}  // namespace dialogs
