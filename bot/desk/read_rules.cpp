#include "bot/desk/read_rules.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace bot {
namespace {

using knowledge::YamlMap;

constexpr long kMinutesMax = 30L * 24 * 60;
constexpr long kAttemptsMax = 50;
constexpr std::array<std::string_view, 7> kDays = {"sun", "mon", "tue", "wed",
                                                   "thu", "fri", "sat"};

void read_minutes(YamlMap& yaml, std::string_view key, int& into) {
  if (yaml.has(key)) into = static_cast<int>(yaml.number(key, 1, kMinutesMax));
}

std::optional<int> minutes_of(const std::string& text) {
  int value = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, value);
  if (failure != std::errc() || stop != end || value < 1 || value > kMinutesMax)
    return std::nullopt;
  return value;
}

void read_waits(YamlMap& yaml, std::string_view key, std::vector<int>& into) {
  if (!yaml.has(key)) return;
  into.clear();
  for (const auto& text : yaml.texts(key)) {
    const auto minutes = minutes_of(text);
    if (!minutes) yaml.problem("'" + text + "' is no number of minutes from 1 to 43200", key);
    else into.push_back(*minutes);
  }
  if (into.empty()) yaml.problem("must list at least one wait, like [15, 60]", key);
}

/// "08:00-21:00".
std::optional<BusinessHours::Span> span_of(const std::string& text) {
  const auto dash = text.find('-');
  if (dash == std::string::npos) return std::nullopt;
  const auto from = minute_of(std::string_view(text).substr(0, dash));
  const auto to = minute_of(std::string_view(text).substr(dash + 1));
  if (!from || !to || *from >= *to) return std::nullopt;
  return BusinessHours::Span{*from, *to};
}

void read_hours(YamlMap yaml, BusinessHours& hours) {
  hours.days = {};
  for (std::size_t day = 0; day < kDays.size(); ++day) {
    if (!yaml.has(kDays[day])) continue;
    const auto text = yaml.text(kDays[day]);
    const auto span = span_of(text);
    if (span) hours.days[day] = *span;
    else
      yaml.problem("'" + text + "' are no hours: write them like 08:00-21:00", kDays[day]);
  }
  if (std::all_of(hours.days.begin(), hours.days.end(),
                  [](const auto& span) { return span.from >= span.to; }))
    yaml.problem("names no hours on any day: nobody could be promised a call");
  yaml.finish();
}

}  // namespace

DeskRules read_rules(YamlMap& desk, const std::string& clinic_zone) {
  DeskRules rules;
  if (!clinic_zone.empty()) rules.clinic_zone = rules.hours.zone = clinic_zone;
  read_minutes(desk, "promise_minutes", rules.promise_minutes);
  read_minutes(desk, "crisis_promise_minutes", rules.crisis_promise_minutes);
  if (desk.has("hours")) read_hours(desk.map("hours"), rules.hours);
  for (const auto& day : desk.texts("holidays")) {
    if (!day_of(day)) desk.problem("'" + day + "' is no date like 2026-12-25", "holidays");
    rules.hours.holidays.insert(day);
  }
  if (!desk.has("attempts")) return rules;
  YamlMap attempts = desk.map("attempts");
  if (attempts.has("max"))
    rules.ladder.attempts_max = static_cast<int>(attempts.number("max", 1, kAttemptsMax));
  read_waits(attempts, "no_answer_minutes", rules.ladder.no_answer_minutes);
  read_waits(attempts, "busy_minutes", rules.ladder.busy_minutes);
  read_waits(attempts, "voicemail_minutes", rules.ladder.voicemail_minutes);
  attempts.finish();
  return rules;
}

}  // namespace bot
