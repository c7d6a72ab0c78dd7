#include "bot/desk/percentile.h"

#include <algorithm>

namespace bot {

double percentile(const std::vector<std::int64_t>& sorted, double share) {
  if (sorted.empty()) return 0;
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, sorted.size() - 1);
  const auto from = static_cast<double>(sorted[below]), to = static_cast<double>(sorted[above]);
  return from + (to - from) * (place - static_cast<double>(below));
}

}  // namespace bot
