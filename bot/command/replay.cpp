#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/assistant.h"
#include "bot/command/command.h"
#include "bot/replay.h"

namespace bot {
namespace {

struct ReplayOptions {
  std::string conversation;
  bool all = false;
  std::filesystem::path db;
  std::filesystem::path config;
};

void print(const ReplayedTurn& turn, const std::string& conversation) {
  std::cout << conversation << " turn " << turn.number << " (" << turn.content_version << ")\n"
            << "  - " << turn.stored << "\n  + " << turn.now << '\n';
}

void show_progress(std::size_t done, std::size_t all) {
  if (isatty(STDERR_FILENO))
    std::cerr << "\rreplayed " << done << ", left " << all - done << "  " << std::flush;
}

int replay(const ReplayOptions& options) {
  if (options.conversation.empty() == !options.all)
    throw CLI::ValidationError("CONVERSATION", "name one conversation, or --all");
  const auto content = load_or_complain(options.config);
  if (!content) return kFoundSomething;
  StoreSettings settings;
  settings.file = options.db.empty() ? content->config.storage.database : options.db;
  if (!std::filesystem::exists(settings.file)) {
    std::cerr << "there is no database at " << settings.file.string() << '\n';
    return kFoundSomething;
  }
  const Store store(settings, Keys::load_or_create(content->config.storage.key_file));
  const auto ids =
      options.all ? store.conversation_ids() : std::vector<std::string>{options.conversation};
  std::size_t turns = 0;
  std::size_t different = 0;
  std::size_t done = 0;
  for (const std::string& id : ids) {
    const auto conversation = store.find_conversation(id);
    if (!conversation) {
      std::cerr << "there is no conversation " << id << '\n';
      return kFoundSomething;
    }
    for (const auto& turn : replayed(*content, *conversation, store.turns(id))) {
      ++turns;
      if (turn.stored == turn.now) continue;
      ++different;
      print(turn, id);
    }
    show_progress(++done, ids.size());
  }
  if (isatty(STDERR_FILENO)) std::cerr << '\n';
  std::cout << turns << " turns replayed, " << different << " different\n";
  return different == 0 ? kDone : kFoundSomething;
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand(
      "replay", "Run stored conversations again; exit 1 and a diff where a reply differs");
  command->footer("Example: admissions-bot replay --all");
  auto options = std::make_shared<ReplayOptions>();
  command->add_option("CONVERSATION", options->conversation, "Id of one conversation");
  command->add_flag("--all", options->all, "Every stored conversation");
  command->add_option("--db", options->db, "SQLite file; default: the one of the configuration");
  add_config_option(*command, options->config);
  command->callback([options, &exit_code] { exit_code = replay(*options); });
}

}  // namespace bot
