#pragma once

#include <nlohmann/json.hpp>

#include "dialogs/session.h"

namespace bot {

/// A session as the store keeps it (sealed) and a trace shows it. session_of(session_json(s)) == s.
nlohmann::ordered_json session_json(const dialogs::Session& session);

/// Members that are missing keep their defaults, so that older rows can be read. Throws
/// nlohmann::json::exception where a member has another type.
dialogs::Session session_of(const nlohmann::ordered_json& json);

dialogs::Slots slots_of(const nlohmann::ordered_json& json);

}  // namespace bot
