#pragma once

#include <optional>

#include "dialogs/slots/calendar_day.h"

namespace dialogs {

/// Adds a day to those that a text spoke of before. The first counts, unless the next one makes it
/// exact ("friday the 20th") or, with `is_joined`, goes on from it ("today or tomorrow").
void say_day(std::optional<CalendarDay>& said, const CalendarDay& day, bool is_joined);

/// All days but these: "not mondays", "any day except the weekend".
CalendarDay all_days_but(const CalendarDay& day);

/// The weekdays that both patterns hold.
CalendarDay both(const CalendarDay& one, const CalendarDay& other);

}  // namespace dialogs
