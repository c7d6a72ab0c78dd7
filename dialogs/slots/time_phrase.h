#pragma once

#include <date/date.h>

#include <cstddef>
#include <optional>
#include <string>

#include "dialogs/slots/calendar_day.h"
#include "dialogs/slots/token.h"

namespace dialogs {

/// All that a text says about a time, before it is held against the clock.
struct TimePhrase {
  std::optional<CalendarDay> day;
  std::optional<int> from, to;        ///< minutes since midnight; `to` is exclusive
  bool is_point = false;              ///< one clock time; `from` is it
  bool is_about = false;              ///< half an hour on either side
  bool is_anytime = false;            ///< "whenever"
  bool is_now = false;                ///< "asap"
  std::optional<int> in_minutes;      ///< "in 20 minutes"
  std::optional<int> within_minutes;  ///< "within 2 hours"
  std::string zone;                   ///< IANA name of a zone that the text names
  bool is_clinic_zone = false;        ///< "your time"
  bool is_negated = false;            ///< something is ruled out that cannot be expressed
  std::size_t first = 0, last = 0;    ///< tokens that said it, inclusive

  bool is_empty() const {
    return !day && !from && !to && !is_anytime && !is_now && !in_minutes && !within_minutes;
  }
};

/// Reads every time expression of the text, from left to right. Where two contradict, the first
/// counts.
TimePhrase time_phrase_of(const Tokens& tokens, date::local_days today);

}  // namespace dialogs
