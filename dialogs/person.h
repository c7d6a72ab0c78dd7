#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// The way to a person: the clinic's number, and the offer of a call. Counts as the topic
/// talk_to_human.
void offer_person(Move& move);

}  // namespace dialogs
