#include "bot/desk/business_hours.h"

#include <algorithm>

namespace bot {
namespace {

constexpr int kDaysMax = 366;

}  // namespace

std::int64_t BusinessHours::after(std::int64_t from_ms, int minutes) const {
  std::int64_t left_ms = minutes * kMsOfMinute;
  auto day = local_minute(zone, from_ms).day;
  for (int count = 0; count < kDaysMax; ++count, day += date::days(1)) {
    const auto& span = days.at(date::weekday(day).c_encoding());
    if (span.from >= span.to || holidays.contains(date::format("%F", day))) continue;
    const auto begin = std::max(from_ms, utc_ms(zone, day, span.from));
    const auto end = utc_ms(zone, day, span.to);
    if (begin >= end) continue;
    if (end - begin >= left_ms) return begin + left_ms;
    left_ms -= end - begin;
  }
  return from_ms + minutes * kMsOfMinute;
}

}  // namespace bot
