#pragma once

#include <cstddef>
#include <optional>

#include "dialogs/slots/clock_time.h"
#include "dialogs/slots/token.h"

namespace dialogs {

/// The clock time, noon or midnight that begins at token `at`. A number before hours, children or
/// pills is none, unless words lead to it as to a time (`is_led`).
std::optional<ClockTime> time_edge_at(const Tokens& tokens, std::size_t at, bool is_led = false);

}  // namespace dialogs
