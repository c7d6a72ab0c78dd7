#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "bot/store/store.h"
#include "dialogs/turn.h"
#include "knowledge/source_page.h"

namespace bot {

/// A slot's value as clients see it: a text, {"day","from","to"} or {"who","relation"}.
nlohmann::ordered_json slot_value_json(const dialogs::SlotValue& value);
nlohmann::ordered_json slots_json(const dialogs::Slots& slots);

/// "open", "cancelled", "erased".
std::string_view name_of(dialogs::LeadStatus status);

/// "<conversation>-<sequence>": the same id for the visitor, the desk and the logs.
std::string lead_id(std::string_view conversation_id, const dialogs::Lead& lead);

/// The turn object of the contract (README.md, "The turn object"), compact, keys in a fixed order.
/// `token` is empty where the channel has none.
std::string turn_json(const dialogs::Turn& turn, std::string_view conversation_id,
                      std::string_view token, const knowledge::SourcePage& page);

}  // namespace bot
