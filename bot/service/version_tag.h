#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bot {

/// The ETag of what has a version that grows with every change.
std::string version_tag(std::int64_t version);

/// The version in an If-Match header; nothing where it is no such tag.
std::optional<std::int64_t> read_version(std::string_view if_match);

}  // namespace bot
