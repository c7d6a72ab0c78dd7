#include "dialogs/window_words.h"

#include <date/tz.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <chrono>
#include <map>
#include <memory>
#include <sstream>
#include <utility>
#include <vector>

#include "dialogs/placeholder.h"

namespace dialogs {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr int kMinutesPerDay = 24 * 60;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

date::local_days local_day(std::string_view iso) {
  std::istringstream stream{std::string(iso)};
  date::year_month_day day{};
  stream >> date::parse("%F", day);
  return date::local_days(day);
}

int minutes_of(std::string_view clock) {
  return (clock[0] - '0') * 600 + (clock[1] - '0') * 60 + (clock[3] - '0') * 10 + (clock[4] - '0');
}

date::sys_time<milliseconds> at(std::int64_t utc_ms) {
  return date::sys_time<milliseconds>(milliseconds(utc_ms));
}

date::local_days today_in(const std::string& zone, std::int64_t now_ms) {
  return date::floor<date::days>(date::locate_zone(zone)->to_local(at(now_ms)));
}

minutes offset_of(const std::string& zone, std::int64_t utc_ms) {
  return std::chrono::duration_cast<minutes>(date::locate_zone(zone)->get_info(at(utc_ms)).offset);
}

/// One a pattern and language, kept: making one costs more than all else in a turn. Null where ICU
/// refuses.
const icu::SimpleDateFormat* day_format(const std::string& pattern, const std::string& language) {
  using Format = std::unique_ptr<icu::SimpleDateFormat>;
  thread_local std::map<std::pair<std::string, std::string>, Format> kept;
  auto& format = kept[{pattern, language}];
  if (format) return format.get();
  UErrorCode status = U_ZERO_ERROR;
  format = std::make_unique<icu::SimpleDateFormat>(icu::UnicodeString::fromUTF8(pattern),
                                                   icu::Locale(language.c_str()), status);
  if (U_FAILURE(status)) format.reset();
  else format->adoptTimeZone(icu::TimeZone::createTimeZone("Etc/UTC"));
  return format.get();
}

/// ICU formats dates here, not zones: the day is put at noon UTC and read in UTC.
std::string formatted(date::local_days day, const std::string& pattern,
                      const std::string& language) {
  const auto* format = day_format(pattern, language);
  if (!format) return date::format("%F", day);
  const auto noon =
      std::chrono::duration_cast<milliseconds>(day.time_since_epoch()) + std::chrono::hours(12);
  icu::UnicodeString text;
  format->format(static_cast<UDate>(noon.count()), text);
  return utf8(text);
}

}  // namespace

WindowWords::WindowWords(const Texts& texts, knowledge::Language language, std::string visitor_zone,
                         std::string clinic_zone, std::int64_t now_ms)
    : texts_(texts),
      language_(std::move(language)),
      visitor_zone_(visitor_zone.empty() ? clinic_zone : std::move(visitor_zone)),
      clinic_zone_(std::move(clinic_zone)),
      now_ms_(now_ms) {}

std::string WindowWords::window(const CallbackTime& time) const {
  // A single date has its own offset (daylight saving); a recurring window takes today's.
  std::int64_t moment_ms = now_ms_;
  if (time.day.size() == 10 && time.day[4] == '-')
    moment_ms =
        std::chrono::duration_cast<milliseconds>(local_day(time.day).time_since_epoch()).count() +
        12 * 3600 * 1000;
  const auto shift = offset_of(visitor_zone_, moment_ms) - offset_of(clinic_zone_, moment_ms);
  const int shift_minutes = static_cast<int>(shift.count());
  const auto local = [&](const std::string& clock_text) {
    return (minutes_of(clock_text) + shift_minutes + kMinutesPerDay) % kMinutesPerDay;
  };
  const std::string times = fill(
      texts_.from_time_to_time.in(language_),
      [&](std::string_view name) { return clock(local(name == "from" ? time.from : time.to)); });
  return fill(texts_.on_day_at_time.in(language_), [&](std::string_view name) {
    if (name == "day") return day(time.day, minutes_of(time.from) + shift_minutes);
    if (name == "time") return times;
    return zone_name();
  });
}

std::string WindowWords::moment(std::int64_t utc_ms) const {
  const auto local = date::locate_zone(visitor_zone_)->to_local(at(utc_ms));
  const auto day_of = date::floor<date::days>(local);
  const auto since_midnight = std::chrono::duration_cast<minutes>(local - day_of);
  const std::string time = clock(static_cast<int>(since_midnight.count()));
  if (day_of == today_in(visitor_zone_, now_ms_)) return time;
  return formatted(day_of, texts_.day_pattern.in(language_), language_) + ", " + time;
}

/// `from_minutes`, where the window begins in the visitor's day, may fall on a neighbouring date.
std::string WindowWords::day(const std::string& day, int from_minutes) const {
  if (day == "any") return texts_.any_day.in(language_);
  if (day == "weekdays") return texts_.weekdays.in(language_);
  if (day == "weekends") return texts_.weekends.in(language_);
  const auto slash = day.find('/');
  if (slash != std::string::npos)
    return fill(texts_.from_day_to_day.in(language_), [&](std::string_view name) {
      return date(name == "from" ? day.substr(0, slash) : day.substr(slash + 1), false);
    });
  if (day.size() == 10 && day[4] == '-') {
    const int shift = from_minutes < 0 ? -1 : from_minutes >= kMinutesPerDay ? 1 : 0;
    return date(date::format("%F", local_day(day) + date::days(shift)), true);
  }
  return named_days(day);
}

std::string WindowWords::date(const std::string& iso, bool with_today) const {
  const auto that = local_day(iso);
  const std::string text = formatted(that, texts_.day_pattern.in(language_), language_);
  if (!with_today) return text;
  const auto distance = (that - today_in(visitor_zone_, now_ms_)).count();
  if (distance == 0) return texts_.today.in(language_) + ", " + text;
  if (distance == 1) return texts_.tomorrow.in(language_) + ", " + text;
  return text;
}

std::string WindowWords::named_days(const std::string& list) const {
  static const std::vector<std::string> kNames = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  const auto monday = local_day("2024-01-01");  // a Monday
  std::vector<std::string> days;
  for (int i = 0; i < 7; ++i)
    if (list.find(kNames[static_cast<std::size_t>(i)]) != std::string::npos)
      days.push_back(formatted(monday + date::days(i), "EEEE", language_));
  std::string text;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (i > 0) text += i + 1 == days.size() ? " " + texts_.and_word.in(language_) + " " : ", ";
    text += days[i];
  }
  return text;
}

std::string WindowWords::clock(int minutes_of_day) const {
  const int hour = minutes_of_day / 60 % 24;
  const int minute = minutes_of_day % 60;
  std::string text = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
  if (minute != 0) text += (minute < 10 ? ":0" : ":") + std::to_string(minute);
  return text + " " + (hour < 12 ? texts_.am : texts_.pm).in(language_);
}

std::string WindowWords::zone_name() const {
  thread_local std::map<std::pair<std::string, knowledge::Language>, std::string> kept;
  std::string& known = kept[{visitor_zone_, language_}];
  if (!known.empty()) return known;
  const std::unique_ptr<icu::TimeZone> zone(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(visitor_zone_)));
  icu::UnicodeString name;
  zone->getDisplayName(false, icu::TimeZone::LONG_GENERIC, icu::Locale(language_.c_str(), "US"),
                       name);
  return known = utf8(name);
}

}  // namespace dialogs
