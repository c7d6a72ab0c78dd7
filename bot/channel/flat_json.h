#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bot/rejection.h"

namespace bot {

using FlatJson = std::map<std::string, std::string, std::less<>>;

/// Reads a JSON object whose values are all strings, strictly: one object and nothing after it,
/// only the keys of `known`, each at most once, valid UTF-8, no NUL. null stands for a key left
/// out. A rejection names the known keys, never what was sent.
std::variant<FlatJson, Rejection> read_flat_json(std::string_view body,
                                                 const std::vector<std::string_view>& known);

}  // namespace bot
