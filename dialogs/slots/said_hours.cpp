#include "dialogs/slots/said_hours.h"

#include <algorithm>

namespace dialogs {
namespace {

using Half = ClockTime::Half;

constexpr int kNoon = 12 * kMinutesPerHour;
constexpr int kEvening = 17 * kMinutesPerHour;

}  // namespace

void SaidHours::say_point(const ClockTime& clock, bool is_about) {
  if (has_clock()) return;
  point_ = clock;
  is_about_ = is_about;
}

void SaidHours::say_range(const ClockTime& first, const ClockTime& last) {
  if (!has_clock()) range_ = {first, last};
}

void SaidHours::say_later_than(const ClockTime& clock) {
  if (!later_than_ && !range_ && !point_) later_than_ = clock;
}

void SaidHours::say_earlier_than(const ClockTime& clock) {
  if (!earlier_than_ && !range_ && !point_) earlier_than_ = clock;
}

/// The first part counts, unless the next one narrows it or goes on from it.
void SaidHours::say_part(const DayPart& part) {
  if (!part_) {
    part_ = part;
    return;
  }
  const bool is_inside = part.from >= part_->from && part.to <= part_->to;
  const bool goes_on = part.from == part_->to || part.to == part_->from;
  if (is_inside) {
    part_->from = part.from;
    part_->to = part.to;
  } else if (goes_on) {
    part_->from = std::min(part_->from, part.from);
    part_->to = std::max(part_->to, part.to);
    part_->half = Half::unknown;
  }
}

void SaidHours::rule_out(const DayPart& part) {
  if (part.to <= kNoon) least_from_ = kNoon;
  else if (part.from >= kEvening) most_to_ = kEvening;
  else is_inexpressible_ = true;
}

/// Minutes of a written time; a bare hour is in the half of the day that the text speaks of.
int SaidHours::minutes_of(const ClockTime& clock, const std::optional<DayPart>& part) const {
  constexpr int kHalfDayHours = 12;
  const bool is_bare = clock.half == Half::unknown && clock.hour <= kHalfDayHours;
  return is_bare && part && part->half != Half::unknown ? clock.minutes_as(part->half)
                                                        : clock.minutes();
}

/// "early tomorrow morning", "late friday afternoon".
std::optional<DayPart> SaidHours::part_early_or_late() const {
  constexpr int kEarlyMinutes = 2 * kMinutesPerHour;
  auto part = part_;
  if (is_early_ && !part && !has_clock())
    part = DayPart{kCallsBegin, kCallsBegin + kEarlyMinutes, Half::morning, {}, 0};
  else if (is_early_ && part && (part->from == kCallsBegin || part->from == kEvening))
    part->to = std::min(part->to, part->from + kEarlyMinutes);
  else if (is_late_ && part && part->from == kNoon && part->to == kEvening)
    part->from = kEvening - kEarlyMinutes;
  return part;
}

SaidHours::Window SaidHours::bounds(const std::optional<DayPart>& part) const {
  Window window;
  if (later_than_) window.from = minutes_of(*later_than_, part);
  if (earlier_than_) window.to = minutes_of(*earlier_than_, part);
  const bool is_turned = window.from && window.to && *window.to <= *window.from;
  if (is_turned) window.to = earlier_than_->minutes_as(Half::evening);
  const auto is_inside = [&](const std::optional<int>& minute) {
    return part && minute && *minute >= part->from && *minute <= part->to;
  };
  if (!earlier_than_ && is_inside(window.from)) window.to = part->to;  // "afternoons after 3"
  if (!later_than_ && is_inside(window.to)) window.from = part->from;
  return window;
}

/// A bare hour takes the half that makes a range run forward; a written half governs both ends
/// where that does.
SaidHours::Window SaidHours::range(const std::optional<DayPart>& part) const {
  const auto& [first, last] = *range_;
  int from = minutes_of(first, part), to = minutes_of(last, part);
  const bool has_first = first.half != Half::unknown, has_last = last.half != Half::unknown;
  if (!has_first && has_last) {
    from = first.minutes_as(last.half);
    if (from >= to) from = first.minutes_as(Half::morning);
  } else if (has_first && !has_last) {
    to = last.minutes_as(first.half);
  } else if (!has_first && part && to <= from) {
    from = first.minutes();
  }
  if (to <= from) to = last.minutes_as(Half::evening);
  return {from, to, false, false};
}

SaidHours::Window SaidHours::window() const {
  const auto part = part_early_or_late();
  Window window;
  if (point_) window = {minutes_of(*point_, part), std::nullopt, true, is_about_};
  else if (range_) window = range(part);
  else if (has_clock()) window = bounds(part);
  else if (part) window = {part->from, part->to, false, false};
  if (least_from_) window.from = std::max(window.from.value_or(0), *least_from_);
  if (most_to_) window.to = std::min(window.to.value_or(*most_to_), *most_to_);
  return window;
}

}  // namespace dialogs
