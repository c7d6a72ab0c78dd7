#include "dialogs/slots/call_window.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "dialogs/slots/day_part.h"

namespace dialogs {
namespace {

using std::chrono::minutes;
using Kind = CalendarDay::Kind;

constexpr int kPointMinutes = 60;  // a clock time stands for an hour from it
constexpr int kAboutMinutes = 30;  // "around 3" for half an hour on either side
constexpr int kNowEnd = kCallsEnd;

/// The visitor's clock.
struct Here {
  const date::time_zone* zone;
  date::sys_time<std::chrono::milliseconds> now;
  date::local_days today;
  int minute = 0;  ///< of the day
};

Here here(const std::string& zone, std::int64_t now_ms) {
  Here made{date::locate_zone(zone),
            date::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(now_ms)),
            {},
            0};
  const auto local = made.zone->to_local(made.now);
  made.today = date::floor<date::days>(local);
  made.minute = static_cast<int>(date::floor<minutes>(local - made.today).count());
  return made;
}

std::string iso(date::local_days day) {
  return date::format("%F", day);
}

std::string clock(int minute) {
  constexpr std::size_t kSize = 8;
  std::array<char, kSize> text{};
  const auto whole = static_cast<unsigned>(std::clamp(minute, 0, kMinutesPerDay));
  std::snprintf(text.data(), text.size(), "%02u:%02u", (whole / 60U) % 100U, whole % 60U);
  return text.data();
}

/// A window of minutes on a day (or days) of the visitor's calendar.
struct Window {
  Kind kind = Kind::pattern;
  date::local_days first{}, last{};
  std::string pattern = "any";
  int from = kCallsBegin;
  int to = kCallsEnd;
};

SlotReading refused(Refusal why) {
  return {std::nullopt, why};
}

/// In the clinic's time. A window that names no date keeps its days.
SlotReading in_clinic_time(Window window, const Here& visitor, const std::string& clinic_zone) {
  const auto* clinic = date::locate_zone(clinic_zone);
  const date::local_days day = window.kind == Kind::pattern ? visitor.today : window.first;
  const auto instant = visitor.zone->to_sys(date::local_time<minutes>(day) + minutes(window.from),
                                            date::choose::earliest);
  const auto local = clinic->to_local(instant);
  const auto shift = static_cast<int>(
      date::floor<minutes>(local - (date::local_time<minutes>(day) + minutes(window.from)))
          .count());
  window.from += shift;
  window.to += shift;
  if (window.from < 0 && window.to <= 0) {
    window.from += kMinutesPerDay;
    window.to += kMinutesPerDay;
    window.first -= date::days(1);
    window.last -= date::days(1);
  } else if (window.from >= kMinutesPerDay) {
    window.from -= kMinutesPerDay;
    window.to -= kMinutesPerDay;
    window.first += date::days(1);
    window.last += date::days(1);
  }
  CallbackTime time;
  time.day = window.kind == Kind::pattern  ? window.pattern
             : window.first == window.last ? iso(window.first)
                                           : iso(window.first) + "/" + iso(window.last);
  time.from = clock(std::max(window.from, 0));
  time.to = clock(std::min(window.to, kMinutesPerDay - 1));
  return {SlotValue(time), Refusal::none};
}

/// Settles the day; "thursday" is today only if its window is still ahead.
Refusal place(const TimePhrase& phrase, const Here& visitor, Window& window) {
  if (!phrase.day) return Refusal::none;
  const CalendarDay& day = *phrase.day;
  switch (day.kind) {
    case Kind::invalid: return Refusal::not_possible;
    case Kind::past: return Refusal::past;
    case Kind::pattern: window.pattern = day.pattern; return Refusal::none;
    case Kind::weekday: {
      auto wait = day.weekday - date::weekday(visitor.today);
      const bool is_over =
          wait.count() == 0 && (phrase.is_point ? window.from : window.to) <= visitor.minute;
      window.first = visitor.today + wait + (is_over ? date::days(7) : date::days(0));
      window.last = window.first;
      break;
    }
    default:
      window.first = day.first;
      window.last = day.last;
      break;
  }
  window.kind = Kind::date;
  return Refusal::none;
}

/// A window today starts no earlier than now.
Refusal clip_today(const Here& visitor, bool is_point, Window& window) {
  if (window.kind == Kind::pattern || window.first != visitor.today) return Refusal::none;
  if (window.first != window.last) {
    if (window.to <= visitor.minute) window.first += date::days(1);
    return Refusal::none;
  }
  if ((is_point ? window.from : window.to - 1) < visitor.minute) return Refusal::past;
  window.from = std::max(window.from, visitor.minute);
  return Refusal::none;
}

/// Between 8 am and 9 pm for the visitor; a window that reaches beyond is cut.
Refusal clip_to_calling_hours(Window& window) {
  const int from = std::max(window.from, kCallsBegin), to = std::min(window.to, kCallsEnd);
  if (from >= to) return Refusal::outside_hours;
  window.from = from;
  window.to = to;
  return Refusal::none;
}

Window from_now(const Here& visitor, int after, int length) {
  Window window;
  const int start = visitor.minute + after;
  window.kind = Kind::date;
  window.first = window.last = visitor.today + date::days(start / kMinutesPerDay);
  window.from = start % kMinutesPerDay;
  window.to = window.from + length;
  return window;
}

}  // namespace

SlotReading call_window(const TimePhrase& phrase, const SlotContext& context) {
  if (phrase.is_negated || phrase.is_empty()) return refused(Refusal::unclear);
  const std::string& zone = phrase.is_clinic_zone  ? context.clinic_zone
                            : !phrase.zone.empty() ? phrase.zone
                                                   : context.visitor_zone;
  const Here visitor = here(zone, context.now_ms);
  Window window;
  const bool is_plain_now =
      phrase.is_now && !phrase.from && !phrase.to && !phrase.in_minutes &&
      (!phrase.day || (phrase.day->kind == Kind::date && phrase.day->first == visitor.today));
  if (is_plain_now) {
    // Whoever asks for now may be called now, whatever the hour.
    window = from_now(visitor, 0, 0);
    window.to = visitor.minute < kNowEnd
                    ? kNowEnd
                    : std::min(visitor.minute + kPointMinutes, kMinutesPerDay - 1);
    return in_clinic_time(window, visitor, context.clinic_zone);
  }
  if (phrase.within_minutes && *phrase.within_minutes < kMinutesPerDay) {
    window = from_now(visitor, 0, *phrase.within_minutes);
  } else if (phrase.in_minutes && *phrase.in_minutes < kMinutesPerDay) {
    window = from_now(visitor, *phrase.in_minutes, kPointMinutes);
  } else {
    if (phrase.from) window.from = *phrase.from;
    if (phrase.to) window.to = *phrase.to;
    if (phrase.is_point) window.to = window.from + kPointMinutes;
    if (phrase.is_about) {
      window.to = window.from + kAboutMinutes;
      window.from -= kAboutMinutes;
    }
    if (window.to <= window.from)
      return refused(phrase.to && *phrase.to <= kCallsBegin     ? Refusal::outside_hours
                     : phrase.from && *phrase.from >= kCallsEnd ? Refusal::outside_hours
                                                                : Refusal::unclear);
    const auto far = phrase.in_minutes ? phrase.in_minutes : phrase.within_minutes;
    if (far) {  // "in 3 days"
      window.kind = Kind::date;
      window.last = visitor.today + date::days(*far / kMinutesPerDay);
      window.first = phrase.within_minutes ? visitor.today : window.last;
    } else if (const auto why = place(phrase, visitor, window); why != Refusal::none) {
      return refused(why);
    }
  }
  if (const auto why = clip_to_calling_hours(window); why != Refusal::none) return refused(why);
  if (const auto why = clip_today(visitor, phrase.is_point && !phrase.is_about, window);
      why != Refusal::none)
    return refused(why);
  return in_clinic_time(window, visitor, context.clinic_zone);
}

date::local_days visitor_today(const SlotContext& context) {
  return here(context.visitor_zone, context.now_ms).today;
}

}  // namespace dialogs
