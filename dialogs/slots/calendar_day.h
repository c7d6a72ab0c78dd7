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
  bool has_hours = false;  ///< "tonight", "this morning": a time of day follows from the word itself
  std::size_t next = 0;    ///< the token after it
};

/// The day that begins at token `at`, seen from `today`. nullopt where none does.
std::optional<CalendarDay> calendar_day_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today);

/// "mon".."sun" for monday, lunes, mondays, lun ...; empty for other words.
std::string weekday_code(std::string_view form);

}  // namespace dialogs
