#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/account/permission.h"
#include "bot/command/command.h"
#include "bot/command/operator_line.h"

namespace bot {
namespace {

struct TokenOptions {
  std::string name;
  std::vector<std::string> scopes;
  std::filesystem::path config;
  std::filesystem::path db;
};

void add(const TokenOptions& options, OperatorLine& line) {
  const auto made =
      line.call("POST", "/api/tokens", {{"name", options.name}, {"scopes", options.scopes}});
  std::cerr << "Shown this once; send it as 'Authorization: Bearer TOKEN':\n";
  std::cout << made.at("token").get<std::string>() << '\n';
}

void list(const TokenOptions&, OperatorLine& line) {
  const auto answer = line.call("GET", "/api/tokens");
  for (const auto& token : answer.at("tokens")) {
    std::cout << token.at("name").get<std::string>() << '\t';
    for (const auto& scope : token.at("scopes")) std::cout << scope.get<std::string>() << ' ';
    std::cout << '\n';
  }
}

void revoke(const TokenOptions& options, OperatorLine& line) {
  line.call("DELETE", "/api/tokens/" + options.name);
  std::cout << "The token of " << options.name << " is worth nothing now.\n";
}

template <typename Act>
void add_verb(CLI::App& group, const char* verb, const char* says, int& exit_code, Act act) {
  auto* command = group.add_subcommand(verb, says);
  auto options = std::make_shared<TokenOptions>();
  if (std::string_view(verb) != "list")
    command->add_option("NAME", options->name, "The machine")->required();
  if (std::string_view(verb) == "add")
    command->add_option("--scope", options->scopes, "What it may do; again for each")->required();
  add_config_option(*command, options->config);
  command->add_option("--db", options->db, "SQLite file, instead of the configured one");
  command->callback([options, &exit_code, act] {
    exit_code = with_operator_line(options->config, options->db,
                                   [&](OperatorLine& line) { act(*options, line); });
  });
}

}  // namespace

void add_token(CLI::App& app, int& exit_code) {
  auto* group = app.add_subcommand("token", "What machines show at the desk's API");
  group->require_subcommand(1);
  std::string scopes;
  for (const auto& name : scope_names()) scopes += " " + name;
  group->footer("Example: admissions-bot token add crm --scope read_queue --scope read_reports\n"
                "Scopes:" + scopes + "\n"
                "Beside a running service it is done by that service, as with 'user'.");
  add_verb(*group, "add", "Make a token; shows it once", exit_code, add);
  add_verb(*group, "list", "All tokens, by name", exit_code, list);
  add_verb(*group, "revoke", "End a token at once", exit_code, revoke);
}

}  // namespace bot
