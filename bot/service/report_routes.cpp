#include "bot/service/report_routes.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "bot/desk/local_time.h"
#include "bot/desk/outcome.h"
#include "bot/desk/percentile.h"
#include "bot/question_groups.h"
#include "bot/service/card_questions.h"
#include "bot/service/list_query.h"
#include "bot/service/utc_time.h"
#include "bot/store/reports.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

constexpr std::int64_t kDayMs = 24LL * 60 * kMsOfMinute;
constexpr std::int64_t kRangeDefaultMs = 30 * kDayMs;
constexpr std::int64_t kRangeMaxMs = 400 * kDayMs;
constexpr double kMedian = 0.5, kNinetieth = 0.9;
constexpr double kMsOfSecond = 1000;
constexpr int kHoursOfDay = 24;
// Each is unsealed: some seconds for so many.
constexpr int kTurnsMax = 100'000;
constexpr std::size_t kQuestionsMax = 50;

const Rejection kBadRange{400, "range-invalid", "'from' and 'to' are no range.",
                          "Send times like 2026-03-12T21:30:00Z, at most 400 days apart."};

/// Without 'to' it ends now, without 'from' it has 30 days.
std::optional<ReportRange> read_range(const std::string& target, std::int64_t now_ms) {
  const auto fields = query_fields(target);
  std::optional<std::int64_t> from, to;
  if (!read_time(fields, "from", from) || !read_time(fields, "to", to)) return std::nullopt;
  const auto end = to.value_or(now_ms);
  const ReportRange range{from.value_or(end - kRangeDefaultMs), end};
  const bool is_good = range.from_ms < range.to_ms && range.to_ms - range.from_ms <= kRangeMaxMs;
  return is_good ? std::optional(range) : std::nullopt;
}

ordered_json speed_json(const std::vector<std::int64_t>& sorted_ms) {
  const auto seconds = [&](double share) {
    return static_cast<std::int64_t>(std::llround(percentile(sorted_ms, share) / kMsOfSecond));
  };
  return {{"n", sorted_ms.size()}, {"median_s", seconds(kMedian)}, {"p90_s", seconds(kNinetieth)}};
}

ordered_json by_hour_json(const std::vector<EnteredRow>& entered, const std::string& zone) {
  ordered_json hours = ordered_json::array();
  for (int hour = 0; hour < kHoursOfDay; ++hour)
    hours.push_back({{"hour", hour}, {"web", 0}, {"sms", 0}});
  for (const auto& row : entered) {
    auto& cell = hours[static_cast<std::size_t>(local_minute(zone, row.at_ms).minute / 60)]
                      [row.channel];
    cell = cell.get<std::int64_t>() + row.count;
  }
  return hours;
}

ordered_json outcomes_json(const std::map<std::string, std::int64_t>& counted) {
  ordered_json json = ordered_json::object();
  for (const auto& row : kOutcomes) {
    const auto found = counted.find(std::string(row.name));
    json[std::string(row.name)] = found == counted.end() ? 0 : found->second;
  }
  return json;
}

ordered_json topics_json(const std::map<std::string, std::int64_t>& topics,
                         const knowledge::Knowledge& knowledge) {
  std::vector<std::pair<std::string, std::int64_t>> asked;
  for (const auto& [id, count] : topics)
    if (is_question(knowledge, id)) asked.emplace_back(id, count);
  std::stable_sort(asked.begin(), asked.end(), [](const auto& left, const auto& right) {
    return left.second > right.second;
  });
  ordered_json json = ordered_json::array();
  for (const auto& [id, count] : asked) json.push_back({{"topic", id}, {"n", count}});
  return json;
}

/// Who may not read what visitors wrote sees how often it was near to which topic.
ordered_json unanswered_json(std::vector<UnansweredMessage> messages, bool shows_text) {
  if (!shows_text)
    for (auto& message : messages) message.text = message.nearest_topic;
  auto groups = group_questions(std::move(messages));
  if (groups.size() > kQuestionsMax) groups.resize(kQuestionsMax);
  ordered_json json = ordered_json::array();
  for (const auto& [count, last] : groups)
    json.push_back(
        {{"text", shows_text ? ordered_json(last.text) : ordered_json()},
         {"nearest_topic",
          last.nearest_topic.empty() ? ordered_json() : ordered_json(last.nearest_topic)},
         {"n", count}});
  return json;
}

/// All that a report is made of.
struct ReportDesk {
  const Config& config;
  const knowledge::Knowledge& knowledge;
  Reports reports;
  AuditLog& audit;
  Clock clock;

  HttpOutcome report(const HttpRequest& request) {
    const auto now_ms = clock();
    const auto read = read_range(request.target, now_ms);
    if (!read) return kBadRange;
    const auto& range = *read;
    const bool shows_text = request.caller.may(Permission::read_transcript);
    const auto from = rfc3339(range.from_ms), to = rfc3339(range.to_ms);
    if (shows_text)
      audit.add(audited(request.caller, "questions-read", "", now_ms,
                        "from=" + from + " to=" + to));
    const auto figures = reports.desk(range, now_ms);
    auto asked = reports.asked(range, kTurnsMax);
    ordered_json json = {{"from", from}, {"to", to}, {"zone", config.desk.rules.clinic_zone}};
    json["speed_to_attempt"] = speed_json(figures.to_attempt_ms);
    json["speed_to_conversation"] = speed_json(figures.to_conversation_ms);
    json["promises"] = {{"kept", figures.promises_kept},
                        {"missed", figures.promises_missed},
                        {"open", figures.promises_open}};
    json["by_hour"] = by_hour_json(figures.entered, config.desk.rules.clinic_zone);
    json["funnel"] = {{"chats", figures.chats},
                      {"leads", figures.leads},
                      {"reached", figures.reached},
                      {"scheduled", figures.scheduled}};
    json["outcomes"] = outcomes_json(figures.outcomes);
    json["asked_from"] = rfc3339(asked.from_ms);
    json["top_questions"] = topics_json(asked.topics, knowledge);
    json["unanswered"] = unanswered_json(std::move(asked.unanswered), shows_text);
    return HttpResponse{200, "application/json", json.dump()};
  }
};

}  // namespace

void add_report_route(Router& router, const Config& config, const knowledge::Knowledge& knowledge,
                      Store& store, AuditLog& audit, Clock clock) {
  const auto report_desk = std::shared_ptr<ReportDesk>(
      new ReportDesk{config, knowledge, Reports(store.database()), audit, std::move(clock)});
  router.add("GET", "/api/reports", Permission::read_reports,
             [report_desk](const HttpRequest& request) { return report_desk->report(request); });
}

}  // namespace bot
