#pragma once

#include <date/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bot {

inline constexpr int kMinutesOfDay = 24 * 60;
inline constexpr std::int64_t kMsOfMinute = 60'000;

/// A minute of a day on somebody's calendar.
struct LocalMinute {
  date::local_days day;
  int minute = 0;  ///< since midnight as the clock shows it, 0..1439
};

// `zone` is an IANA name that the time zone database knows; where it does not, UTC stands in.
LocalMinute local_minute(const std::string& zone, std::int64_t utc_ms);
/// UTC milliseconds. A time that daylight saving skips is the moment of the change; one that comes
/// twice is the first. `minute` may be 1440: the next midnight.
std::int64_t utc_ms(const std::string& zone, date::local_days day, int minute);

/// "2026-03-12"; nothing where it is no date.
std::optional<date::local_days> day_of(std::string_view iso);
/// "17:30" as minutes since midnight, "24:00" as 1440; nothing where it is no time.
std::optional<int> minute_of(std::string_view clock);

/// "9 am", "2:30 pm".
std::string clock_words(int minute);
/// "9 am" where `at_ms` is on the day of `now_ms`, "tomorrow at 9 am", "Mon at 9 am" within a week,
/// else "Mar 12 at 9 am".
std::string moment_words(const std::string& zone, std::int64_t at_ms, std::int64_t now_ms);

}  // namespace bot
