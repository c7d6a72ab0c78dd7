#pragma once

#include <cstddef>
#include <optional>

#include "dialogs/slots/clock_time.h"
#include "dialogs/slots/token.h"

namespace dialogs {

/// A part of the day by its name, as the desk counts it, in minutes since midnight; `to` is
/// exclusive.
struct DayPart {
  enum class Days { unsaid, today, weekdays, weekends };

  int from = 0;
  int to = 0;
  ClockTime::Half half = ClockTime::Half::unknown;  ///< which half a bare hour beside it is in
  Days days = Days::unsaid;                         ///< "tonight", "weeknights"
  std::size_t next = 0;                             ///< the token after it
};

inline constexpr int kCallsBegin = 8 * kMinutesPerHour;  ///< no calls before 8 am,
inline constexpr int kCallsEnd = 21 * kMinutesPerHour;   ///< nor after 9 pm (47 CFR 64.1200(c)(1))

/// "early morning", "después de comer", "evenings", "al mediodía": the part at token `at`.
std::optional<DayPart> day_part_at(const Tokens& tokens, std::size_t at);

}  // namespace dialogs
