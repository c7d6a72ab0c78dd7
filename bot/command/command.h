#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "bot/content.h"
#include "bot/store/store.h"

namespace bot {

/// Exit codes of every command.
inline constexpr int kDone = 0;
inline constexpr int kFoundSomething = 1;
inline constexpr int kUsedWrongly = 2;

/// Each adds one subcommand to `app`. When it was chosen, its callback sets `exit_code`.
void add_serve(CLI::App& app, int& exit_code);
void add_chat(CLI::App& app, int& exit_code);
void add_understand(CLI::App& app, int& exit_code);
void add_parse(CLI::App& app, int& exit_code);
void add_evaluate(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_graph(CLI::App& app, int& exit_code);
void add_replay(CLI::App& app, int& exit_code);
void add_tune(CLI::App& app, int& exit_code);
void add_tune_safety(CLI::App& app, int& exit_code);
void add_explain(CLI::App& app, int& exit_code);
void add_unanswered(CLI::App& app, int& exit_code);
void add_alerts(CLI::App& app, int& exit_code);
void add_user(CLI::App& app, int& exit_code);
void add_token(CLI::App& app, int& exit_code);

/// Adds --config with its default: config/bot.yaml here or in the folder the program was built
/// from.
void add_config_option(CLI::App& command, std::filesystem::path& file);

/// The configuration; where it has mistakes prints every one to stderr and gives nothing.
std::optional<Config> config_or_complain(const std::filesystem::path& config_file);

/// Loads everything or prints every problem to stderr and gives nothing. `knowledge_folder` stands
/// in for the configured one unless it is empty.
std::optional<Content> load_or_complain(const std::filesystem::path& config_file,
                                        const std::filesystem::path& knowledge_folder = {});

/// What is stored, for a command that only reads: safe beside a running service. Says on stderr
/// where there is no database; throws StoreUnavailable and std::runtime_error.
std::unique_ptr<const Store> open_store(const Config& config, const std::filesystem::path& db);

/// "2026-03-12T14:30:00-07:00" as UTC milliseconds. Throws CLI::ValidationError.
std::int64_t parse_rfc3339(const std::string& text);

/// Throws CLI::ValidationError where `name` is no IANA time zone.
void require_zone(const std::string& name);

std::int64_t system_now_ms();

}  // namespace bot
