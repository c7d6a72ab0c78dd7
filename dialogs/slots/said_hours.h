#pragma once

#include <optional>
#include <utility>

#include "dialogs/slots/clock_time.h"
#include "dialogs/slots/day_part.h"

namespace dialogs {

/// The hours that a text speaks of, collected from left to right: where two contradict, the first
/// counts, and a clock time says more than a part of the day beside it.
class SaidHours {
 public:
  struct Window {
    std::optional<int> from, to;  ///< minutes since midnight; `to` is exclusive
    bool is_point = false;        ///< one clock time; `from` is it
    bool is_about = false;        ///< half an hour on either side of it
  };

  void say_point(const ClockTime& clock, bool is_about);          ///< "at 3", "around 3"
  void say_range(const ClockTime& first, const ClockTime& last);  ///< "3 to 5"
  void say_later_than(const ClockTime& clock);                    ///< "after 3"
  void say_earlier_than(const ClockTime& clock);                  ///< "before 3"
  void say_part(const DayPart& part);                             ///< "mornings"
  void rule_out(const DayPart& part);                             ///< "not mornings"
  void say_early() { is_early_ = true; }  ///< "early" of a part said elsewhere
  void say_late() { is_late_ = true; }

  bool has_clock() const { return range_ || point_ || later_than_ || earlier_than_; }
  bool has_part() const { return part_.has_value(); }
  /// Whether something is ruled out that no window can express ("not at lunch").
  bool is_inexpressible() const { return is_inexpressible_; }

  Window window() const;

 private:
  int minutes_of(const ClockTime& clock, const std::optional<DayPart>& part) const;
  std::optional<DayPart> part_early_or_late() const;
  Window bounds(const std::optional<DayPart>& part) const;
  Window range(const std::optional<DayPart>& part) const;

  std::optional<ClockTime> point_, later_than_, earlier_than_;
  std::optional<std::pair<ClockTime, ClockTime>> range_;
  std::optional<DayPart> part_;
  std::optional<int> least_from_, most_to_;
  bool is_about_ = false, is_early_ = false, is_late_ = false, is_inexpressible_ = false;
};

}  // namespace dialogs
