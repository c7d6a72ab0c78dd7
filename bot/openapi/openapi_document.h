#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bot {

/// The YAML files of bot/openapi, built into the program.
const std::vector<std::string_view>& openapi_files();

/// The document that they are together, as JSON. Throws where a file is no YAML, or two files say
/// the same thing.
std::string openapi_json();

}  // namespace bot
