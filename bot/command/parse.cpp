#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/command/command.h"
#include "bot/turn_json.h"
#include "dialogs/slots/slot.h"

namespace bot {
namespace {

struct ParseOptions {
  std::string slot;
  std::string now;
  std::string zone = "America/Los_Angeles";
  std::string language = "en";
  std::filesystem::path config;
};

int parse(const ParseOptions& options) {
  const auto kind = dialogs::slot_kind(options.slot);
  if (!kind) throw CLI::ValidationError("SLOT", "unknown slot kind '" + options.slot + "'");
  require_zone(options.zone);
  const auto config = config_or_complain(options.config);
  if (!config) return kFoundSomething;
  const auto now = options.now.empty() ? system_now_ms() : parse_rfc3339(options.now);
  const dialogs::SlotContext context{now, options.zone, config->clinic.zone, options.language};
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto reading = dialogs::read_slot(*kind, line, context);
    nlohmann::ordered_json json;
    json["text"] = line;
    json["value"] = reading.value ? slot_value_json(*reading.value) : nullptr;
    std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  return kDone;
}

}  // namespace

void add_parse(CLI::App& app, int& exit_code) {
  auto* command =
      app.add_subcommand("parse", "Read each line of standard input as a slot's answer");
  command->footer(
      "Example: echo 'tmrw after 5' | admissions-bot parse callback_time\n"
      "Slots: name, phone, email, callback_time, insurer, yes_no, for_whom");
  auto options = std::make_shared<ParseOptions>();
  command->add_option("SLOT", options->slot, "Kind of slot")->required();
  command->add_option("--now", options->now, "The time it is, RFC 3339");
  command->add_option("--zone", options->zone, "The visitor's IANA time zone")
      ->capture_default_str();
  command->add_option("--language", options->language, "The conversation's language")
      ->capture_default_str();
  add_config_option(*command, options->config);
  command->callback([options, &exit_code] { exit_code = parse(*options); });
}

}  // namespace bot
