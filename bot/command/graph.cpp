#include <iostream>

#include "bot/command/command.h"

namespace bot {
namespace {

int graph(const std::filesystem::path& config) {
  const auto content = load_or_complain(config);
  if (!content) return kFoundSomething;
  for (const auto& [id, flow] : content->script->flows) std::cout << dialogs::mermaid(flow);
  return kDone;
}

}  // namespace

void add_graph(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("graph", "Print the flows as a Mermaid state diagram");
  command->footer("Example: admissions-bot graph > flows.mmd");
  auto config = std::make_shared<std::filesystem::path>();
  add_config_option(*command, *config);
  command->callback([config, &exit_code] { exit_code = graph(*config); });
}

}  // namespace bot
