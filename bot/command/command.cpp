#include "bot/command/command.h"

#include <date/tz.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <sstream>

namespace bot {
namespace {

std::filesystem::path default_config() {
  const std::filesystem::path here = "config/bot.yaml";
  return std::filesystem::exists(here) ? here : std::filesystem::path(PROJECT_FOLDER) / here;
}

}  // namespace

void add_config_option(CLI::App& command, std::filesystem::path& file) {
  file = default_config();
  command.add_option("--config", file, "Configuration file")->capture_default_str();
}

std::optional<Config> config_or_complain(const std::filesystem::path& config_file) {
  knowledge::Problems problems;
  Config config = Config::load(config_file, problems);
  if (problems.empty()) return config;
  for (const auto& problem : problems) std::cerr << to_string(problem) << '\n';
  return std::nullopt;
}

std::optional<Content> load_or_complain(const std::filesystem::path& config_file,
                                        const std::filesystem::path& knowledge_folder) {
  knowledge::Problems problems;
  const auto show_progress = [](std::size_t done, std::size_t total) {
    if (isatty(STDERR_FILENO))
      std::cerr << "\rlearning from the messages: " << done << " of " << total
                << (done == total ? "\n" : "") << std::flush;
  };
  Content content = Content::load(config_file, problems, show_progress, knowledge_folder);
  if (problems.empty()) return content;
  for (const auto& problem : problems) std::cerr << to_string(problem) << '\n';
  return std::nullopt;
}

std::unique_ptr<const Store> open_store(const Config& config, const std::filesystem::path& db) {
  StoreSettings settings;
  settings.file = db.empty() ? config.storage.database : db;
  if (!std::filesystem::exists(settings.file)) {
    std::cerr << "there is no database at " << settings.file.string() << '\n';
    return nullptr;
  }
  settings.read_only = true;
  return std::make_unique<const Store>(settings, Keys::load(config.storage.key_file));
}

std::int64_t parse_rfc3339(const std::string& text) {
  for (const char* format : {"%FT%T%Ez", "%FT%TZ", "%FT%R%Ez", "%FT%RZ"}) {
    std::istringstream stream(text);
    date::sys_time<std::chrono::milliseconds> time;
    stream >> date::parse(format, time);
    if (!stream.fail() && stream.peek() == std::char_traits<char>::eof())
      return time.time_since_epoch().count();
  }
  throw CLI::ValidationError("--now", "write it like 2026-03-12T14:30:00-07:00");
}

void require_zone(const std::string& name) {
  try {
    date::locate_zone(name);
  } catch (const std::exception&) {
    throw CLI::ValidationError("--zone", "name an IANA time zone, like America/Los_Angeles");
  }
}

std::int64_t system_now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace bot
