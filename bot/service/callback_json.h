#pragma once

#include <nlohmann/json.hpp>

#include "bot/desk/promise.h"
#include "bot/store/callback.h"

namespace bot {

/// Who settled or withdrew a request before anybody called ended its promise: what was not due then
/// can no longer be missed.
PromiseState promise_of(const Callback& callback, std::int64_t now_ms);

/// RFC 3339 in UTC, or null for 0.
nlohmann::ordered_json time_or_null(std::int64_t at_ms);

/// A callback as lists and coordinators' programs see it. Times are RFC 3339 in UTC; the reason for
/// its place tells them on the clock of `zone`, the desk's.
nlohmann::ordered_json callback_json(const Callback& callback, const std::string& zone,
                                     std::int64_t now_ms);

}  // namespace bot
