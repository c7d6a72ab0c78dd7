#include "dialogs/callback_window.h"

#include <date/tz.h>
#include <re2/re2.h>

#include <chrono>

#include "knowledge/normalize.h"

namespace dialogs {
namespace {

constexpr const char* kAnyDay = "any";

/// Words that make "any day" a day of its own and not a day left out.
bool names_every_day(std::string_view said) {
  static const RE2 words(R"(\b(any|every|each|all|whenever|cualquier|cualquiera|todos|diario)\b)");
  return RE2::PartialMatch(knowledge::normalize(said), words);
}

}  // namespace

bool has_gone_by(const CallbackTime& time, std::int64_t now_ms, const std::string& clinic_zone) {
  constexpr std::size_t kDateLength = 10;  // 2026-03-12
  if (time.day.size() < kDateLength || time.day[4] != '-') return false;
  const std::string last_day = time.day.substr(time.day.size() - kDateLength);
  const auto now = date::make_zoned(
      clinic_zone, date::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(now_ms)));
  return last_day + " " + time.to <= date::format("%F %H:%M", now);
}

CallbackTime with_standing_day(const CallbackTime& earlier, CallbackTime later,
                               std::string_view said, std::int64_t now_ms,
                               const std::string& clinic_zone) {
  if (later.day != kAnyDay || names_every_day(said)) return later;
  const CallbackTime that_day{earlier.day, later.from, later.to};
  return has_gone_by(that_day, now_ms, clinic_zone) ? later : that_day;
}

}  // namespace dialogs
