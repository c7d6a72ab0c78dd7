#pragma once

#include <nlohmann/json.hpp>

#include "bot/store/callback.h"

namespace bot {

/// A callback as lists and coordinators' programs see it. Times are RFC 3339 in UTC; the reason for
/// its place tells them on the clock of `zone`, the desk's.
nlohmann::ordered_json callback_json(const Callback& callback, const std::string& zone,
                                     std::int64_t now_ms);

}  // namespace bot
