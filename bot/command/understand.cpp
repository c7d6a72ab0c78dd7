#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/command/command.h"

namespace bot {
namespace {

nlohmann::ordered_json understood(const knowledge::Knowledge& knowledge, const std::string& text) {
  const auto understanding = knowledge.understand({text, {}});
  nlohmann::ordered_json json;
  json["text"] = text;
  json["language"] = understanding.language;
  json["safety"] = nullptr;
  json["topics"] = nlohmann::ordered_json::array();
  for (const auto& match : understanding.topics)
    json["topics"].push_back({{"id", match.topic}, {"score", match.score}});
  if (const auto& signal = understanding.safety) {
    const bool emergency = signal->level == knowledge::SafetyLevel::emergency;
    json[emergency ? "safety" : "concern"] = signal->id;
  }
  return json;
}

int understand(const std::filesystem::path& config) {
  const auto content = load_or_complain(config);
  if (!content) return kFoundSomething;
  std::string line;
  while (std::getline(std::cin, line))
    std::cout << understood(*content->knowledge, line)
                     .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
              << '\n';
  return kDone;
}

}  // namespace

void add_understand(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("understand",
                                     "Say what each line of standard input would be answered with");
  command->footer("Example: echo 'do you take aetna?' | admissions-bot understand");
  auto config = std::make_shared<std::filesystem::path>();
  add_config_option(*command, *config);
  command->callback([config, &exit_code] { exit_code = understand(*config); });
}

}  // namespace bot
