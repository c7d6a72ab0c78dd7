#include <iostream>
#include <nlohmann/json.hpp>

#include "bot/account/account.h"
#include "bot/command/command.h"
#include "bot/command/operator_line.h"
#include "bot/command/password_prompt.h"

namespace bot {
namespace {

using nlohmann::json;

struct UserOptions {
  std::string name;
  std::string role;
  std::filesystem::path config;
  std::filesystem::path db;
};

using Options = std::shared_ptr<UserOptions>;

/// Shown once; nobody can look it up again.
void show_second_factor(const json& account) {
  std::cout << "Give this to an authenticator app, as it is or as a QR code:\n  "
            << account.at("otpauth").get<std::string>()
            << "\nRecovery codes, each good once where the app is not at hand; keep them safe:\n";
  for (const auto& code : account.at("codes")) std::cout << "  " << code.get<std::string>() << '\n';
}

void add(const UserOptions& options, OperatorLine& line) {
  const auto made = line.call(
      "POST", "/api/accounts",
      {{"name", options.name}, {"role", options.role}, {"password", ask_new_password()}});
  std::cout << options.name << " may sign in as " << options.role << ".\n";
  show_second_factor(made);
}

void list(const UserOptions&, OperatorLine& line) {
  const auto answer = line.call("GET", "/api/accounts");
  for (const auto& account : answer.at("accounts"))
    std::cout << account.at("name").get<std::string>() << '\t'
              << account.at("role").get<std::string>() << '\t'
              << (account.at("disabled").get<bool>() ? "disabled" : "enabled") << '\t'
              << account.at("recovery_codes") << " recovery codes\n";
}

/// Made on the account as it is now; where somebody changes it in between, refused.
void change(const UserOptions& options, OperatorLine& line, const json& wanted) {
  const auto listed = line.call("GET", "/api/accounts");
  std::string etag = "\"0\"";  // of an account that is not there, which the answer says
  for (const auto& account : listed.at("accounts"))
    if (account.at("name") == options.name) etag = account.at("etag").get<std::string>();
  line.call("PATCH", "/api/accounts/" + options.name, wanted, etag);
}

void set_disabled(const UserOptions& options, OperatorLine& line, bool disabled) {
  change(options, line, {{"disabled", disabled}});
  std::cout << options.name << (disabled ? " is disabled and signed out.\n" : " may sign in.\n");
}

void reset_password(const UserOptions& options, OperatorLine& line) {
  change(options, line, {{"password", ask_new_password()}});
  std::cout << options.name << " has a new password and is signed out.\n";
}

void reset_totp(const UserOptions& options, OperatorLine& line) {
  show_second_factor(line.call("POST", "/api/accounts/" + options.name + "/second-factor"));
}

/// Said before a password is asked for.
std::string refuse_name(const std::string& name) {
  return is_account_name(name) ? "" : "is at most 32 lower-case letters, digits and hyphens";
}

std::string refuse_role(const std::string& role) {
  return role_of(role) ? "" : "is coordinator, admin or editor";
}

template <typename Act>
CLI::App* add_verb(CLI::App& group, const char* verb, const char* says, int& exit_code,
                   bool takes_name, Act act) {
  auto* command = group.add_subcommand(verb, says);
  auto options = std::make_shared<UserOptions>();
  if (takes_name)
    command->add_option("NAME", options->name, "The account")->required()->check(refuse_name);
  if (std::string_view(verb) == "add")
    command->add_option("--role", options->role, "coordinator, admin or editor")
        ->required()
        ->check(refuse_role);
  add_config_option(*command, options->config);
  command->add_option("--db", options->db, "SQLite file, instead of the configured one");
  command->callback([options, &exit_code, act] {
    exit_code = with_operator_line(options->config, options->db,
                                   [&](OperatorLine& line) { act(*options, line); });
  });
  return command;
}

}  // namespace

void add_user(CLI::App& app, int& exit_code) {
  auto* group = app.add_subcommand("user", "Who may sign in to the desk");
  group->require_subcommand(1);
  group->footer(
      "Example: admissions-bot user add dana --role coordinator\n"
      "Passwords are asked for, or read from standard input.\n"
      "Beside a running service it is done by that service: only one process may write to the\n"
      "database, and the service's user, who owns its files, is trusted to ask.");
  add_verb(*group, "add", "Make an account; shows its second factor once", exit_code, true, add);
  add_verb(*group, "list", "All accounts", exit_code, false, list);
  add_verb(*group, "disable", "Sign out, and in no more", exit_code, true,
           [](const auto& options, auto& line) { set_disabled(options, line, true); });
  add_verb(*group, "enable", "Let sign in again", exit_code, true,
           [](const auto& options, auto& line) { set_disabled(options, line, false); });
  add_verb(*group, "reset-password", "Set a new password", exit_code, true, reset_password);
  add_verb(*group, "reset-totp", "Make a new second factor", exit_code, true, reset_totp);
}

}  // namespace bot
