#pragma once

#include <nlohmann/json.hpp>

#include "bot/desk/desk_rules.h"
#include "bot/service/card_questions.h"
#include "bot/store/callback.h"

namespace bot {

/// The whole card of a callback: its row, how to dial safely, all that was done with it, what its
/// conversation asked, and what may be done next.
nlohmann::ordered_json card_json(const Callback& callback, const CardHistory& history,
                                 const CardQuestions& questions, const DeskRules& rules,
                                 std::int64_t now_ms);

/// The strong entity tag of a card: "\"7\"".
std::string card_tag(const Callback& callback);

}  // namespace bot
