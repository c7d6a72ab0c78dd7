#pragma once

#include <nlohmann/json.hpp>

#include "bot/store/store.h"

namespace bot {

/// A callback as coordinators' programs see it. Times are RFC 3339 in UTC.
nlohmann::ordered_json callback_json(const Callback& callback);

}  // namespace bot
