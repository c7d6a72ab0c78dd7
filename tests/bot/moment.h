#pragma once

#include <cstdint>
#include <string>

#include "bot/desk/local_time.h"

namespace tests {

inline const std::string kLosAngeles = "America/Los_Angeles";
inline const std::string kNewYork = "America/New_York";

/// moment("2026-03-12 14:30"): that minute on the clock of a zone, in UTC milliseconds.
inline std::int64_t moment(const std::string& text, const std::string& zone = kLosAngeles) {
  const auto day = bot::day_of(text.substr(0, 10));
  const auto minute = bot::minute_of(text.substr(11));
  return bot::utc_ms(zone, day.value(), minute.value());
}

/// The same the other way round.
inline std::string on_clock(std::int64_t utc_ms, const std::string& zone = kLosAngeles) {
  const auto local = bot::local_minute(zone, utc_ms);
  const auto two = [](int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  };
  return date::format("%F", local.day) + " " + two(local.minute / 60) + ":" +
         two(local.minute % 60);
}

}  // namespace tests
