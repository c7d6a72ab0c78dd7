#include "bot/desk/promise.h"

#include <algorithm>

#include "bot/desk/local_time.h"

namespace bot {
namespace {

constexpr const char* kSoon = "as soon as a coordinator is free";

std::string day_words(const std::string& day) {
  if (day == "any") return "any day";
  const auto slash = day.find('/');
  const auto first = day_of(std::string_view(day).substr(0, slash));
  if (!first) return day;  // weekdays, weekends, "mon,thu"
  const std::string words = date::format("%a %b %e", *first);
  if (slash == std::string::npos) return words;
  const auto last = day_of(std::string_view(day).substr(slash + 1));
  return last ? words + " to " + date::format("%a %b %e", *last) : words;
}

std::string told(const CallWish& wish) {
  if (!wish.time) return kSoon;
  const auto from = minute_of(wish.time->from), to = minute_of(wish.time->to);
  if (!from || !to) return kSoon;
  return day_words(wish.time->day) + ", " + clock_words(*from) + " to " + clock_words(*to);
}

}  // namespace

std::string_view name_of(PromiseState state) {
  switch (state) {
    case PromiseState::open: return "open";
    case PromiseState::kept: return "kept";
    case PromiseState::missed: return "missed";
  }
  return "open";
}

Promise promise_at(const CallWish& wish, const DeskRules& rules, std::int64_t at_ms) {
  const auto opening = next_opening(wish, rules.clinic_zone, at_ms);
  Promise promise{told(wish), 0};
  if (opening.is_asked_for && opening.from_ms > at_ms) {
    promise.due_ms = opening.to_ms;
    return promise;
  }
  if (wish.urgent) {
    promise.due_ms = std::max(at_ms, opening.from_ms) + rules.crisis_promise_minutes * kMsOfMinute;
    return promise;
  }
  promise.due_ms = rules.hours.after(std::max(at_ms, opening.from_ms), rules.promise_minutes);
  if (opening.is_asked_for) promise.due_ms = std::min(promise.due_ms, opening.to_ms);
  return promise;
}

PromiseState promise_state(std::int64_t due_ms, std::int64_t first_attempt_ms, bool is_missed,
                           std::int64_t now_ms) {
  if (is_missed) return PromiseState::missed;
  if (first_attempt_ms != 0)
    return first_attempt_ms <= due_ms ? PromiseState::kept : PromiseState::missed;
  return now_ms <= due_ms ? PromiseState::open : PromiseState::missed;
}

}  // namespace bot
