#pragma once

#include <string>

#include "dialogs/turn.h"
#include "knowledge/understanding.h"

namespace bot {

/// Why a turn answered as it did: the ladder's step, what was understood with scores, and the
/// session before. Stored sealed beside the turn.
std::string trace_json(const dialogs::Session& before, const knowledge::Understanding& understood,
                       const dialogs::Turn& turn);

}  // namespace bot
