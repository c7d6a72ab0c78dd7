#pragma once

#include <string_view>

#include "dialogs/move.h"

namespace dialogs {

/// Answers or acts on everything that the message asks for, in the order asked; a callback's form
/// begins after the answers, so that its question stands last. True when there was anything.
bool answer_topics(Move& move);

/// Whether the message asks for `topic`.
bool asks_for(const Move& move, std::string_view topic);

/// Whether a message that gave a detail asks for something beside it. Next to a number or an
/// address (`unmistakable`) nothing else can be meant; a time or a name may only sound like a
/// topic.
bool asks_beside_detail(const Move& move, bool unmistakable);

}  // namespace dialogs
