#include <date/tz.h>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/command/command.h"
#include "bot/command/operator_line.h"
#include "bot/question_groups.h"
#include "bot/store/store.h"

namespace bot {
namespace {

constexpr std::size_t kShownDefault = 50;

struct UnansweredOptions {
  std::filesystem::path db;
  std::filesystem::path config;
  std::size_t limit = kShownDefault;
  bool json = false;
};

std::string day_of(std::int64_t at_ms, const std::string& zone) {
  const date::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(at_ms)};
  return date::format("%F", date::make_zoned(zone, time));
}

/// One line of a table stays one line.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == '\x7f'; }, ' ');
  return text;
}

void print(const QuestionGroup& group, const std::string& zone) {
  const auto& nearest = group.last.nearest_topic;
  std::cout << std::right << std::setw(5) << group.count << "  " << day_of(group.last.at_ms, zone)
            << "  " << std::left << std::setw(24) << (nearest.empty() ? "-" : nearest) << "  "
            << on_one_line(group.last.text) << '\n';
}

void print_json(const QuestionGroup& group, const std::string& zone) {
  const auto& nearest = group.last.nearest_topic;
  std::cout << nlohmann::ordered_json{
                   {"count", group.count},
                   {"last_seen", day_of(group.last.at_ms, zone)},
                   {"nearest_topic",
                    nearest.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(nearest)},
                   {"text", group.last.text}}
                   .dump()
            << '\n';
}

int list_unanswered(const UnansweredOptions& options) {
  const auto config = config_or_complain(options.config);
  if (!config) return kFoundSomething;
  const auto store = open_store(*config, options.db);
  if (!store) return kFoundSomething;
  note_transcript_reading(*config, options.db, "unanswered");
  auto groups = group_questions(store->unanswered());
  const std::size_t all = groups.size();
  if (options.limit > 0 && groups.size() > options.limit) groups.resize(options.limit);
  if (!options.json) std::cout << "count  last seen   nearest topic             text\n";
  for (const QuestionGroup& group : groups)
    if (options.json) print_json(group, config->clinic.zone);
    else print(group, config->clinic.zone);
  if (!options.json && groups.size() < all)
    std::cout << all - groups.size() << " more: see them with --limit 0\n";
  return kDone;
}

}  // namespace

void add_unanswered(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "unanswered",
      "List what the assistant could not answer, by frequency: where to add a training line.\n"
      "Shows what visitors wrote: for staff only, and not for a log");
  command->footer("Example: admissions-bot unanswered --limit 20");
  auto options = std::make_shared<UnansweredOptions>();
  command->add_option("--db", options->db, "SQLite file; default: the one of the configuration");
  command->add_option("--limit", options->limit, "Lines shown; 0 shows all")
      ->capture_default_str();
  command->add_flag("--json", options->json, "One JSON object a line");
  add_config_option(*command, options->config);
  command->callback([options, &exit_code] { exit_code = list_unanswered(*options); });
}

}  // namespace bot
