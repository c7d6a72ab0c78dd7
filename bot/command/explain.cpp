#include <iostream>

#include "bot/command/command.h"
#include "bot/command/operator_line.h"
#include "bot/explanation.h"
#include "bot/trace_json.h"

namespace bot {
namespace {

struct ExplainOptions {
  std::string conversation;
  int turn = 0;
  std::filesystem::path db;
  std::filesystem::path config;
};

/// The session that turn `index` left: where the next one began, or where the conversation stands.
/// What was erased is not known.
std::optional<dialogs::Session> session_after(const Conversation& conversation,
                                              const std::vector<StoredTurn>& turns,
                                              std::size_t index) {
  if (index + 1 == turns.size()) return conversation.session;
  const StoredTurn& next = turns[index + 1];
  if (next.text.empty() && next.choice.empty()) return std::nullopt;
  return session_before(next.trace_json);
}

int explain(const ExplainOptions& options) {
  const auto config = config_or_complain(options.config);
  if (!config) return kFoundSomething;
  const auto store = open_store(*config, options.db);
  if (!store) return kFoundSomething;
  const auto conversation = store->find_conversation(options.conversation);
  if (!conversation) {
    std::cerr << "there is no conversation " << options.conversation << '\n';
    return kFoundSomething;
  }
  const auto turns = store->turns(conversation->id);
  if (options.turn > static_cast<int>(turns.size())) {
    std::cerr << "the conversation has " << turns.size() << " turns\n";
    return kFoundSomething;
  }
  note_transcript_reading(*config, options.db, "explain", conversation->id);
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    if (options.turn == 0 || options.turn == number)
      std::cout << explanation(turns[i], number, session_after(*conversation, turns, i));
  }
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "explain", "Why this answer: what was understood, the step that spoke, the state around it");
  command->footer(
      "Example: admissions-bot explain 4f1c9a0be2d35577 3\n"
      "It shows what the visitor wrote: only for those who may read it.");
  auto options = std::make_shared<ExplainOptions>();
  command->add_option("CONVERSATION", options->conversation, "Id of one conversation")->required();
  command->add_option("TURN", options->turn, "Number of one turn, from 1; default: all")
      ->check(CLI::PositiveNumber);
  command->add_option("--db", options->db, "SQLite file; default: the one of the configuration");
  add_config_option(*command, options->config);
  command->callback([options, &exit_code] { exit_code = explain(*options); });
}

}  // namespace bot
