#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/command/command.h"
#include "bot/service/utc_time.h"
#include "bot/store/outbox.h"

namespace bot {
namespace {

struct AlertsOptions {
  std::filesystem::path db;
  std::filesystem::path config;
  bool json = false;
};

void print(const UntoldAlert& untold) {
  const auto& alert = untold.alert;
  const bool is_over = untold.given_up_at_ms != 0;
  std::cout << std::left << std::setw(8) << (is_over ? "gave up" : "waits") << "  "
            << rfc3339(is_over ? untold.given_up_at_ms : untold.due_at_ms) << "  " << std::right
            << std::setw(5) << alert.tries << "  " << std::left << std::setw(8) << alert.way << "  "
            << std::setw(15) << alert.kind << "  " << alert.about << "  " << untold.why << '\n';
}

void print_json(const UntoldAlert& untold) {
  using nlohmann::ordered_json;
  const auto& alert = untold.alert;
  const auto time = [](std::int64_t at_ms) {
    return at_ms == 0 ? ordered_json() : ordered_json(rfc3339(at_ms));
  };
  std::cout << ordered_json{{"id", alert.id},
                            {"kind", alert.kind},
                            {"about", alert.about},
                            {"way", alert.way},
                            {"tries", alert.tries},
                            {"why", untold.why},
                            {"created_at", time(alert.created_at_ms)},
                            {"due_at", time(untold.due_at_ms)},
                            {"given_up_at", time(untold.given_up_at_ms)}}
                   .dump()
            << '\n';
}

int list_alerts(const AlertsOptions& options) {
  const auto config = config_or_complain(options.config);
  if (!config) return kFoundSomething;
  const auto store = open_store(*config, options.db);
  if (!store) return kFoundSomething;
  bool has_given_up = false;
  if (!options.json)
    std::cout << "state     at                        tries  way       kind             about\n";
  for (const auto& untold : Outbox(store->database()).untold()) {
    has_given_up = has_given_up || untold.given_up_at_ms != 0;
    if (options.json) print_json(untold);
    else print(untold);
  }
  return has_given_up ? kFoundSomething : kDone;
}

}  // namespace

void add_alerts(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "alerts",
      "List what the desk was not told: alerts that are tried again or were given up.\n"
      "Exit code 1 where one was given up");
  command->footer("Example: admissions-bot alerts");
  auto options = std::make_shared<AlertsOptions>();
  command->add_option("--db", options->db, "SQLite file; default: the one of the configuration");
  command->add_flag("--json", options->json, "One JSON object a line");
  add_config_option(*command, options->config);
  command->callback([options, &exit_code] { exit_code = list_alerts(*options); });
}

}  // namespace bot
