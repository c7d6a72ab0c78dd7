#pragma once

#include <nlohmann/json.hpp>

#include "bot/store/callback.h"
#include "bot/store/store.h"

namespace bot {

/// The whole card of a callback: its row, how to dial safely, all that was done with it, and what
/// may be done next. `turns` are its conversation's.
nlohmann::ordered_json card_json(const Callback& callback, const CardHistory& history,
                                 const std::vector<StoredTurn>& turns, const DeskRules& rules,
                                 std::int64_t now_ms);

/// The strong entity tag of a card: "\"7\"".
std::string card_tag(const Callback& callback);

}  // namespace bot
