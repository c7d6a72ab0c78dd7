#pragma once

#include "dialogs/move.h"

namespace dialogs {

/// Answers or acts on everything that the message asks for, in the order asked; a callback's form
/// begins after the answers, so that its question stands last. True when there was anything.
bool answer_topics(Move& move);

}  // namespace dialogs
