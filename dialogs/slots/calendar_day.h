#pragma once

#include <date/date.h>

#include <cstddef>
#include <optional>
#include <string>

#include "dialogs/slots/token.h"

namespace dialogs {

/// A day or days as they were written, not yet held against the time of day.
struct CalendarDay {
  enum class Kind {
    date,     ///< `first`
    range,    ///< `first` to `last`, inclusive
    weekday,  ///< the next `weekday` from today on
    pattern,  ///< `pattern`: "any", "weekdays", "weekends" or a list of mon..sun
    invalid,  ///< a date that no calendar has
    past,     ///< a day that is gone
  };
  Kind kind = Kind::pattern;
  date::local_days first{}, last{};
  date::weekday weekday{0};
  std::string pattern;
  std::size_t next = 0;  ///< the token after it

  static CalendarDay on(date::local_days day, std::size_t next);
  static CalendarDay between(date::local_days first, date::local_days last, std::size_t next);
  static CalendarDay every(std::string pattern, std::size_t next);
  static CalendarDay gone(std::size_t next);
};

/// The day that begins at token `at`, seen from `today`. nullopt where none does.
std::optional<CalendarDay> calendar_day_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today);

/// Its parts, from the most to the least sure.
std::optional<CalendarDay> relative_day_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today);  ///< "tomorrow", "next week"
std::optional<CalendarDay> weekday_at(const Tokens& tokens, std::size_t at,
                                      date::local_days today);  ///< "next friday", "mon-fri"
std::optional<CalendarDay> month_day_at(const Tokens& tokens, std::size_t at,
                                        date::local_days today);  ///< "march 3", "the 15th"

/// The date of `weekday` that the number at token `at` fits: the 20th after "friday". nullopt where
/// none of the next two months does, or the number may be an hour.
std::optional<date::local_days> numbered_date_at(const Tokens& tokens, std::size_t at,
                                                 const CalendarDay& weekday,
                                                 date::local_days today);

/// The Monday of the week that `day` is in.
date::local_days monday_of(date::local_days day);

}  // namespace dialogs
