#include "bot/desk/calling_window.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "bot/desk/local_time.h"
#include "dialogs/slots/day_part.h"

namespace bot {
namespace {

constexpr int kDaysAhead = 9;     // a weekday comes again within a week, whatever the zones
constexpr int kRangeDaysMax = 62;  // "any time this month"
constexpr std::array<std::string_view, 7> kDayNames = {"sun", "mon", "tue", "wed",
                                                       "thu", "fri", "sat"};

struct Minutes {
  int from = 0;
  int to = 0;
};

bool is_on(std::string_view pattern, date::local_days day) {
  const unsigned weekday = date::weekday(day).c_encoding();
  const bool weekend = weekday == 0 || weekday == 6;
  if (pattern == "any") return true;
  if (pattern == "weekdays") return !weekend;
  if (pattern == "weekends") return weekend;
  return pattern.find(kDayNames.at(weekday)) != std::string_view::npos;
}

/// What of `whole` lies in calling hours on the visitor's clock and ends after `earliest_ms`.
std::optional<Opening> in_calling_hours(const Opening& whole, const std::string& visitor_zone,
                                        std::int64_t earliest_ms) {
  const auto first = local_minute(visitor_zone, whole.from_ms).day;
  const auto last = local_minute(visitor_zone, whole.to_ms).day;
  for (auto day = first; day <= last; day += date::days(1)) {
    const auto from = std::max(whole.from_ms, utc_ms(visitor_zone, day, dialogs::kCallsBegin));
    const auto to = std::min(whole.to_ms, utc_ms(visitor_zone, day, dialogs::kCallsEnd));
    if (from < to && to > earliest_ms) return Opening{from, to, whole.is_asked_for};
  }
  return std::nullopt;
}

Opening calling_hours(const std::string& visitor_zone, std::int64_t earliest_ms) {
  auto day = local_minute(visitor_zone, earliest_ms).day;
  if (utc_ms(visitor_zone, day, dialogs::kCallsEnd) <= earliest_ms) day += date::days(1);
  return {utc_ms(visitor_zone, day, dialogs::kCallsBegin),
          utc_ms(visitor_zone, day, dialogs::kCallsEnd), false};
}

/// "2026-03-12" or "2026-03-12/2026-03-14".
std::optional<Opening> on_dates(std::string_view days, Minutes at, const std::string& zone,
                                std::int64_t earliest_ms) {
  const auto slash = days.find('/');
  const auto first = day_of(days.substr(0, slash));
  const auto last = slash == std::string_view::npos ? first : day_of(days.substr(slash + 1));
  if (!first || !last) return std::nullopt;
  const auto end = std::min(*last, *first + date::days(kRangeDaysMax));
  for (auto day = *first; day <= end; day += date::days(1)) {
    const Opening opening{utc_ms(zone, day, at.from), utc_ms(zone, day, at.to), true};
    if (opening.to_ms > earliest_ms) return opening;
  }
  return std::nullopt;
}

std::optional<Opening> on_pattern(const CallWish& wish, Minutes at, const std::string& clinic_zone,
                                  std::int64_t earliest_ms) {
  const auto before = local_minute(clinic_zone, earliest_ms).day - date::days(1);
  for (int ahead = 0; ahead <= kDaysAhead; ++ahead) {
    const auto day = before + date::days(ahead);
    if (!is_on(wish.time->day, day)) continue;
    const Opening whole{utc_ms(clinic_zone, day, at.from), utc_ms(clinic_zone, day, at.to), true};
    if (const auto opening = in_calling_hours(whole, wish.visitor_zone, earliest_ms))
      return opening;
  }
  return std::nullopt;
}

std::optional<Opening> asked_for(const CallWish& wish, const std::string& clinic_zone,
                                 std::int64_t earliest_ms) {
  if (!wish.time) return std::nullopt;
  const auto from = minute_of(wish.time->from), to = minute_of(wish.time->to);
  if (!from || !to || *from >= *to) return std::nullopt;
  const Minutes at{*from, *to};
  const bool is_dated = !wish.time->day.empty() && wish.time->day[0] >= '0' &&
                        wish.time->day[0] <= '9';
  return is_dated ? on_dates(wish.time->day, at, clinic_zone, earliest_ms)
                  : on_pattern(wish, at, clinic_zone, earliest_ms);
}

}  // namespace

CallWish CallWish::of(const dialogs::Slots& fields, bool urgent, const std::string& clinic_zone) {
  CallWish wish{std::nullopt, clinic_zone, urgent};
  if (const auto time = fields.find("callback_time"); time != fields.end())
    if (const auto* asked = std::get_if<dialogs::CallbackTime>(&time->second)) wish.time = *asked;
  if (const auto zone = fields.find("zone"); zone != fields.end())
    if (const auto* name = std::get_if<std::string>(&zone->second)) wish.visitor_zone = *name;
  return wish;
}

Opening next_opening(const CallWish& wish, const std::string& clinic_zone,
                     std::int64_t earliest_ms) {
  if (const auto opening = asked_for(wish, clinic_zone, earliest_ms)) return *opening;
  if (wish.urgent && !wish.time)
    return {earliest_ms, std::numeric_limits<std::int64_t>::max(), false};
  return calling_hours(wish.visitor_zone, earliest_ms);
}

}  // namespace bot
