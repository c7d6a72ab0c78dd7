#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace bot {

/// UTC milliseconds as RFC 3339: "2026-03-12T21:30:00.250Z".
std::string rfc3339(std::int64_t utc_ms);

/// "2026-03-12T21:30:00Z" in UTC milliseconds; nothing where it is no such time.
std::optional<std::int64_t> read_rfc3339(const std::string& text);

}  // namespace bot
