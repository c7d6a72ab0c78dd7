#pragma once

#include <functional>

#include "bot/assistant.h"

namespace bot {

/// Is told of every turn that was answered; called from many threads.
using TurnObserver = std::function<void(dialogs::Channel, const TurnFacts&)>;

}  // namespace bot
