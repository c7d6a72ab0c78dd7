#include <iostream>

#include "bot/command/command.h"

namespace bot {
namespace {

int check(const std::filesystem::path& config) {
  const auto content = load_or_complain(config);
  if (!content) return kFoundSomething;
  std::cout << "content is sound: " << content->knowledge->topics().size() << " topics, "
            << content->script->flows.size() << " flow(s) proven, languages";
  for (const auto& language : content->config.languages) std::cout << ' ' << language;
  std::cout << '\n';
  return kDone;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("check", "Lint all content and prove the dialog graph");
  command->footer("Example: admissions-bot check");
  auto config = std::make_shared<std::filesystem::path>();
  add_config_option(*command, *config);
  command->callback([config, &exit_code] { exit_code = check(*config); });
}

}  // namespace bot
