#pragma once

#include <string>
#include <utility>
#include <vector>

namespace bot {

/// Headers of every answer: nothing is cached, sniffed, framed or loaded from elsewhere.
const std::vector<std::pair<std::string, std::string>>& security_headers();

}  // namespace bot
