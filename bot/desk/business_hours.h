#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>

#include "bot/desk/local_time.h"

namespace bot {

/// When the desk is staffed: what a promise is measured in.
struct BusinessHours {
  struct Span {
    int from = 0;  ///< minutes since midnight
    int to = 0;    ///< exclusive; the same as `from` on a day without hours
  };

  std::string zone = "America/Los_Angeles";
  std::array<Span, 7> days = {{{0, kMinutesOfDay}, {0, kMinutesOfDay}, {0, kMinutesOfDay},
                               {0, kMinutesOfDay}, {0, kMinutesOfDay}, {0, kMinutesOfDay},
                               {0, kMinutesOfDay}}};  ///< Sunday first
  std::set<std::string> holidays = {};  ///< "2026-12-25": no hours on that day

  /// The moment at which `minutes` of business time have gone by since `from_ms`. Where no hours
  /// come within a year, `from_ms` and the minutes.
  std::int64_t after(std::int64_t from_ms, int minutes) const;
};

}  // namespace bot
