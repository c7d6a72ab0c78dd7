#include "bot/desk/calling_order.h"

#include <algorithm>

#include "bot/desk/local_time.h"

namespace bot {
namespace {

/// "at 9 am", "tomorrow at 9 am".
std::string wake_words(const std::string& zone, std::int64_t at_ms, std::int64_t now_ms) {
  const bool is_today = local_minute(zone, at_ms).day == local_minute(zone, now_ms).day;
  return (is_today ? "at " : "") + moment_words(zone, at_ms, now_ms);
}

}  // namespace

Waiting waiting_at(const CallWish& wish, const DeskRules& rules, std::int64_t not_before_ms,
                   std::int64_t now_ms) {
  const auto earliest = std::max(now_ms, not_before_ms);
  const auto opening = next_opening(wish, rules.clinic_zone, earliest);
  const auto opens = std::max(opening.from_ms, not_before_ms);
  if (opens > now_ms) return {true, opens};
  return {false, opening.to_ms};
}

std::string reason(const Place& place, const std::string& zone, std::int64_t now_ms) {
  const std::string waited = duration_words(now_ms - place.created_at_ms);
  const std::string wakes = place.asleep ? wake_words(zone, place.opens_at_ms, now_ms) : "";
  if (place.urgent) return "crisis, " + waited + (place.asleep ? ", opens " + wakes : "");
  if (place.asleep) return (place.attempts > 0 ? "call again " : "opens ") + wakes;
  if (place.promise == PromiseState::missed) return "promise missed, waiting " + waited;
  if (place.promise == PromiseState::open && place.is_for_a_time)
    return "promised by " + moment_words(zone, place.promise_due_ms, now_ms);
  return "waiting " + waited;
}

std::string duration_words(std::int64_t ms) {
  constexpr std::int64_t kHour = 60, kDay = 24 * kHour, kTwoDays = 2 * kDay;
  const auto minutes = std::max<std::int64_t>(ms, 0) / kMsOfMinute;
  if (minutes < kHour) return std::to_string(minutes) + " min";
  if (minutes < kTwoDays) return std::to_string(minutes / kHour) + " h";
  return std::to_string(minutes / kDay) + " days";
}

}  // namespace bot
