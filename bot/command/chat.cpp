#include <unistd.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "bot/assistant.h"
#include "bot/command/command.h"
#include "bot/store/database_lock.h"

namespace bot {
namespace {

struct ChatOptions {
  std::string channel = "web";
  std::string from = "+13235550100";
  std::string language;
  std::string now;
  std::string zone;
  std::string conversation;  ///< web: the token of one that --db holds
  std::filesystem::path db;
  std::filesystem::path config;
  bool json = false;
};

/// One visitor at the terminal. In plain mode a number presses the button shown with it.
class Chat {
 public:
  Chat(const ChatOptions& options, const Content& content)
      : options_(options),
        store_(settings(options, content.config), keys(options, content.config)),
        assistant_(content.config, *content.knowledge, *content.script, store_, clock(options)) {}

  void run() {
    const bool terminal = isatty(STDIN_FILENO) && !options_.json;
    if (terminal) std::cout << "Write as a visitor would; Ctrl-D ends.\n> " << std::flush;
    std::string line;
    while (std::getline(std::cin, line)) {
      say(line);
      if (terminal) std::cout << "> " << std::flush;
    }
  }

 private:
  static StoreSettings settings(const ChatOptions& options, const Config& config) {
    StoreSettings settings;
    settings.file = options.db;
    settings.busy_timeout_ms = config.storage.busy_timeout_ms;
    return settings;
  }

  static Keys keys(const ChatOptions& options, const Config& config) {
    return options.db.empty() ? Keys::random() : Keys::load_or_create(config.storage.key_file);
  }

  static Clock clock(const ChatOptions& options) {
    if (options.now.empty()) return system_now_ms;
    return [fixed = parse_rfc3339(options.now)] { return fixed; };
  }

  void say(const std::string& line) {
    const auto result = assistant_.handle(message(line));
    if (const auto* rejection = std::get_if<Rejection>(&result)) {
      if (options_.json)
        std::cout << nlohmann::ordered_json{{"rejected", rejection->type},
                                            {"detail", rejection->detail}}
                         .dump()
                  << std::endl;
      else std::cout << rejection->title << ' ' << rejection->detail << std::endl;
      return;
    }
    const auto& turn = std::get<Answered>(result).turn_json;
    const auto json = nlohmann::json::parse(turn);
    if (options_.channel == "web") token_ = json.at("conversation").get<std::string>();
    if (options_.json) std::cout << turn << std::endl;
    else print(json);
  }

  IncomingMessage message(const std::string& line) {
    IncomingMessage message;
    const bool web = options_.channel == "web";
    message.channel = web ? dialogs::Channel::web : dialogs::Channel::sms;
    message.token = token_;
    message.sender = web ? "" : options_.from;
    message.message_id = run_ + std::to_string(++count_);
    message.language = options_.language;
    message.zone = options_.zone;
    const bool digit = line.size() == 1 && line[0] >= '1' && line[0] <= '9';
    const auto index = digit ? static_cast<std::size_t>(line[0] - '1') : 0;
    if (web && !options_.json && digit && index < buttons_.size()) message.choice = buttons_[index];
    else message.text = line;
    return message;
  }

  void print(const nlohmann::json& turn) {
    buttons_.clear();
    for (const auto& reply : turn.at("replies")) {
      std::cout << "  " << reply.at("text").get<std::string>() << '\n';
      if (!reply.at("source").is_null())
        std::cout << "    (" << reply["source"]["section"].get<std::string>() << ", reviewed "
                  << reply["source"]["reviewed_on"].get<std::string>() << ")\n";
      if (options_.channel != "web") continue;
      for (const auto& button : reply.at("quick_replies")) {
        buttons_.push_back(button.at("id").get<std::string>());
        std::cout << "    [" << buttons_.size() << "] " << button.at("label").get<std::string>()
                  << '\n';
      }
    }
    std::cout << std::flush;
  }

  const ChatOptions& options_;
  Store store_;
  Assistant assistant_;
  std::string token_ = options_.conversation;
  /// No two runs on one database give a message the same id.
  const std::string run_ = std::to_string(std::random_device()()) + '-';
  std::vector<std::string> buttons_;
  std::int64_t count_ = 0;
};

int chat(const ChatOptions& options) {
  if (!options.zone.empty()) require_zone(options.zone);
  if (!options.now.empty()) parse_rfc3339(options.now);
  const auto content = load_or_complain(options.config);
  if (!content) return kFoundSomething;
  const auto lock = options.db.empty() ? std::nullopt : DatabaseLock::take(options.db);
  if (!options.db.empty() && !lock) {
    std::cerr << "another process writes to " << options.db.string() << '\n';
    return kFoundSomething;
  }
  Chat(options, *content).run();
  return kDone;
}

}  // namespace

void add_chat(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("chat", "Talk to the assistant, one message a line");
  command->footer(
      "Example: admissions-bot chat --channel sms --from +12135550142\n"
      "Without --db nothing is kept. With it a text conversation goes on where --from left it,\n"
      "and a web conversation where --conversation names it (--json shows the token).");
  auto options = std::make_shared<ChatOptions>();
  command->add_option("--channel", options->channel, "web or sms")
      ->check(CLI::IsMember({"web", "sms"}))
      ->capture_default_str();
  command->add_option("--from", options->from, "SMS: the visitor's number, E.164")
      ->capture_default_str();
  command->add_option("--language", options->language, "What the visitor's browser prefers");
  command->add_option("--now", options->now, "Fix the clock, RFC 3339");
  command->add_option("--zone", options->zone, "The visitor's IANA time zone");
  command->add_option("--db", options->db, "SQLite file to keep the conversation in");
  command->add_option("--conversation", options->conversation, "Web: go on with this one of --db");
  command->add_flag("--json", options->json, "One turn object a line");
  add_config_option(*command, options->config);
  command->callback([options, &exit_code] { exit_code = chat(*options); });
}

}  // namespace bot
