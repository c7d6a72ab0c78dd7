#include <iostream>

#include "bot/command/command.h"
#include "bot/desk/state_table.h"

namespace bot {
namespace {

int graph(const std::filesystem::path& config, bool desk) {
  if (desk) {
    std::cout << state_table();
    return kDone;
  }
  const auto content = load_or_complain(config);
  if (!content) return kFoundSomething;
  for (const auto& [id, flow] : content->script->flows) std::cout << dialogs::mermaid(flow);
  return kDone;
}

}  // namespace

void add_graph(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("graph", "Print the flows as a Mermaid state diagram");
  command->footer(
      "Example: admissions-bot graph > flows.mmd\n"
      "         admissions-bot graph --desk");
  auto desk = std::make_shared<bool>(false);
  command->add_flag("--desk", *desk, "The states of a callback instead, as a Markdown table");
  auto config = std::make_shared<std::filesystem::path>();
  add_config_option(*command, *config);
  command->callback([config, desk, &exit_code] { exit_code = graph(*config, *desk); });
}

}  // namespace bot
