#include "dialogs/slots/said_days.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "dialogs/slots/calendar_words.h"

namespace dialogs {
namespace {

using Kind = CalendarDay::Kind;

bool holds(const CalendarDay& day, int weekday) {
  if (day.kind == Kind::weekday || day.kind == Kind::date) {
    const auto wanted = day.kind == Kind::weekday ? day.weekday : date::weekday(day.first);
    return static_cast<int>(wanted.c_encoding()) == weekday;
  }
  const bool is_weekend = weekday == 0 || weekday == 6;
  if (day.pattern == "any") return true;
  if (day.pattern == "weekends") return is_weekend;
  if (day.pattern == "weekdays") return !is_weekend;
  return day.pattern.find(kWeekdayCodes[static_cast<std::size_t>(weekday)]) != std::string::npos;
}

}  // namespace

void say_day(std::optional<CalendarDay>& said, const CalendarDay& day, bool is_joined) {
  const bool is_any = said && said->kind == Kind::pattern && said->pattern == "any";
  if (!said || said->kind == Kind::past || is_any) {
    said = day;
  } else if (said->kind == Kind::weekday && !is_joined &&
             (day.kind == Kind::date || day.kind == Kind::invalid)) {
    said = day;                                                         // "friday the 20th"
  } else if (said->kind == Kind::range && day.kind == Kind::weekday) {  // "next week, tuesday"
    said = CalendarDay::on(monday_of(said->first) + (day.weekday - date::Monday), day.next);
  } else if (is_joined && said->kind == Kind::date && day.kind == Kind::date) {
    said = CalendarDay::between(std::min(said->first, day.first), std::max(said->last, day.last),
                                day.next);
  }
}

CalendarDay all_days_but(const CalendarDay& day) {
  std::vector<int> rest;
  for (int weekday = 0; weekday < static_cast<int>(kWeekdayCodes.size()); ++weekday)
    if (!holds(day, weekday)) rest.push_back(weekday);
  return CalendarDay::every(weekday_pattern(std::move(rest)), day.next);
}

CalendarDay both(const CalendarDay& one, const CalendarDay& other) {
  std::vector<int> held;
  for (int weekday = 0; weekday < static_cast<int>(kWeekdayCodes.size()); ++weekday)
    if (holds(one, weekday) && holds(other, weekday)) held.push_back(weekday);
  return CalendarDay::every(weekday_pattern(std::move(held)), other.next);
}

}  // namespace dialogs
