#include "bot/replay.h"

#include <unistd.h>

#include <iostream>

#include "bot/command/command.h"
#include "bot/command/operator_line.h"

namespace bot {
namespace {

struct ReplayOptions {
  std::string conversation;
  bool all = false;
  std::filesystem::path against;
  std::filesystem::path db;
  std::filesystem::path config;
};

struct Tally {
  std::size_t turns = 0;
  std::size_t different = 0;
};

void show_progress(std::size_t done, std::size_t all) {
  if (isatty(STDERR_FILENO))
    std::cerr << "\rreplayed " << done << ", left " << all - done << "  "
              << (done == all ? "\n" : "") << std::flush;
}

void replay_one(const Content& content, const Store& store, const Conversation& conversation,
                Tally& tally) {
  for (const auto& turn : replayed(content, conversation, store.turns(conversation.id))) {
    ++tally.turns;
    if (!turn.differs()) continue;
    ++tally.different;
    std::cout << conversation.id << " turn " << turn.number << " (content "
              << turn.content_version << ")\n"
              << difference(turn);
  }
}

int replay(const ReplayOptions& options) {
  if (options.conversation.empty() == !options.all)
    throw CLI::ValidationError("CONVERSATION", "name one conversation, or --all");
  const auto content = load_or_complain(options.config, options.against);
  if (!content) return kFoundSomething;
  const auto store = open_store(content->config, options.db);
  if (!store) return kFoundSomething;
  const auto ids =
      options.all ? store->conversation_ids() : std::vector<std::string>{options.conversation};
  if (options.all || store->find_conversation(options.conversation))
    note_transcript_reading(content->config, options.db, "replay", options.conversation);
  Tally tally;
  std::size_t done = 0;
  for (const std::string& id : ids) {
    const auto conversation = store->find_conversation(id);
    if (!conversation) {
      std::cerr << "there is no conversation " << id << '\n';
      return kFoundSomething;
    }
    replay_one(*content, *store, *conversation, tally);
    show_progress(++done, ids.size());
  }
  std::cout << tally.turns << " turns replayed, " << tally.different << " different\n";
  return tally.different == 0 ? kDone : kFoundSomething;
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "replay", "Run stored conversations again; exit 1 and a diff where a reply differs");
  command->footer(
      "Example: admissions-bot replay --all\n"
      "         admissions-bot replay --all --against ../edited/knowledge");
  auto options = std::make_shared<ReplayOptions>();
  command->add_option("CONVERSATION", options->conversation, "Id of one conversation");
  command->add_flag("--all", options->all, "Every stored conversation");
  command
      ->add_option("--against", options->against,
                   "Another knowledge/ folder: list the replies that it would change")
      ->check(CLI::ExistingDirectory);
  command->add_option("--db", options->db, "SQLite file; default: the one of the configuration");
  add_config_option(*command, options->config);
  command->callback([options, &exit_code] { exit_code = replay(*options); });
}

}  // namespace bot
