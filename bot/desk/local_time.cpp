#include "bot/desk/local_time.h"

#include <date/tz.h>

#include <chrono>
#include <sstream>

namespace bot {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr std::size_t kDateLength = 10, kClockLength = 5;
constexpr int kDaysOfWeek = 7;

const date::time_zone* located(const std::string& zone) {
  try {
    return date::locate_zone(zone);
  } catch (const std::runtime_error&) {
    return date::locate_zone("Etc/UTC");
  }
}

}  // namespace

LocalMinute local_minute(const std::string& zone, std::int64_t utc_ms) {
  const auto local = located(zone)->to_local(date::sys_time<milliseconds>(milliseconds(utc_ms)));
  const auto day = date::floor<date::days>(local);
  return {day, static_cast<int>(date::floor<minutes>(local - day).count())};
}

std::int64_t utc_ms(const std::string& zone, date::local_days day, int minute) {
  const auto at = located(zone)->to_sys(date::local_time<minutes>(day) + minutes(minute),
                                        date::choose::earliest);
  return std::chrono::duration_cast<milliseconds>(at.time_since_epoch()).count();
}

std::optional<date::local_days> day_of(std::string_view iso) {
  if (iso.size() != kDateLength) return std::nullopt;
  std::istringstream stream{std::string(iso)};
  date::year_month_day day{};
  stream >> date::parse("%F", day);
  if (stream.fail() || !day.ok()) return std::nullopt;
  return date::local_days(day);
}

std::optional<int> minute_of(std::string_view clock) {
  if (clock.size() != kClockLength || clock[2] != ':') return std::nullopt;
  for (const std::size_t place : {0U, 1U, 3U, 4U})
    if (clock[place] < '0' || clock[place] > '9') return std::nullopt;
  const int hour = (clock[0] - '0') * 10 + (clock[1] - '0');
  const int minute = (clock[3] - '0') * 10 + (clock[4] - '0');
  const int whole = hour * 60 + minute;
  if (minute >= 60 || whole > kMinutesOfDay) return std::nullopt;
  return whole;
}

std::string clock_words(int minute) {
  const int hour = minute / 60 % 24, rest = minute % 60;
  std::string text = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
  if (rest != 0) text += (rest < 10 ? ":0" : ":") + std::to_string(rest);
  return text + (hour < 12 ? " am" : " pm");
}

std::string moment_words(const std::string& zone, std::int64_t at_ms, std::int64_t now_ms) {
  const auto at = local_minute(zone, at_ms);
  const auto away = (at.day - local_minute(zone, now_ms).day).count();
  const std::string clock = clock_words(at.minute);
  if (away == 0) return clock;
  if (away == 1) return "tomorrow at " + clock;
  if (away > 1 && away < kDaysOfWeek) return date::format("%a", at.day) + " at " + clock;
  return date::format("%b %e", at.day) + " at " + clock;
}

}  // namespace bot
