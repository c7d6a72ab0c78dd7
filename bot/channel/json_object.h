#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <variant>
#include <vector>

#include "bot/rejection.h"

namespace bot {

/// Reads one JSON object with only the keys of `known`, whose values may be of any type; strings
/// hold no NUL. A rejection names the known keys, never what was sent.
std::variant<nlohmann::json, Rejection> read_json_object(
    std::string_view body, const std::vector<std::string_view>& known);

}  // namespace bot
