#pragma once

#include <cstdint>
#include <string>

namespace bot {

/// UTC milliseconds as RFC 3339: "2026-03-12T21:30:00.250Z".
std::string rfc3339(std::int64_t utc_ms);

}  // namespace bot
