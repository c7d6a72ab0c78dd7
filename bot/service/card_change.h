#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <variant>

#include "bot/config.h"
#include "bot/rejection.h"
#include "bot/store/callback.h"

namespace bot {

/// Reads {"status"?, "fields"?}: a known state, and fields as a visitor could have given them. The
/// rest of the change is left to the caller.
std::variant<CardChange, Rejection> read_card_change(const nlohmann::json& body,
                                                     const Config& config, std::int64_t now_ms);

}  // namespace bot
