#pragma once

#include <string>
#include <string_view>

#include "dialogs/turn.h"
#include "knowledge/understanding.h"

namespace bot {

/// Why a turn answered as it did: the ladder's step, what was understood with scores, and the
/// session before. Stored sealed beside the turn.
std::string trace_json(const dialogs::Session& before, const knowledge::Understanding& understood,
                       const dialogs::Turn& turn);

/// The session before the turn, as its trace has it.
dialogs::Session session_before(std::string_view trace_json);

/// "safety", "keyword", "request", "pending", "topic", "fallback".
std::string_view name_of(dialogs::Rung rung);

}  // namespace bot
