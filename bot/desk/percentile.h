#pragma once

#include <cstdint>
#include <vector>

namespace bot {

/// The value that `share` (0..1) of the sorted values do not exceed; between two of them on the
/// straight line, as a spreadsheet's PERCENTILE has it. 0 where there are none.
double percentile(const std::vector<std::int64_t>& sorted, double share);

}  // namespace bot
