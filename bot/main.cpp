#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "bot/command/command.h"

int main(int argc, char** argv) {
  CLI::App app(
      "Admissions assistant of a clinic's Intensive Outpatient Program.\n"
      "Exit codes: 0 done, 1 found something, 2 used wrongly.");
  app.name("admissions-bot");
  app.require_subcommand(1);
  int exit_code = bot::kDone;
  bot::add_serve(app, exit_code);
  bot::add_chat(app, exit_code);
  bot::add_understand(app, exit_code);
  bot::add_parse(app, exit_code);
  bot::add_evaluate(app, exit_code);
  bot::add_check(app, exit_code);
  bot::add_graph(app, exit_code);
  bot::add_replay(app, exit_code);
  bot::add_tune(app, exit_code);
  bot::add_tune_safety(app, exit_code);
  bot::add_explain(app, exit_code);
  bot::add_unanswered(app, exit_code);
  bot::add_alerts(app, exit_code);
  bot::add_user(app, exit_code);
  bot::add_token(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? bot::kDone : bot::kUsedWrongly;
  } catch (const std::exception& error) {
    std::cerr << "admissions-bot: " << error.what() << '\n';
    return bot::kFoundSomething;
  }
  return exit_code;
}
