#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>

#include "bot/config.h"
#include "dialogs/script.h"
#include "knowledge/knowledge.h"

namespace bot {

/// Everything that is read once at start and never changes: configuration, knowledge, flows.
/// Kept on the heap because the script points at the knowledge.
struct Content {
  Config config;
  std::unique_ptr<const knowledge::Knowledge> knowledge;
  std::unique_ptr<const dialogs::Script> script;

  /// All mistakes of all files are added to `problems`; usable only if there were none. `progress`
  /// is told how much of a training is done. `knowledge_folder` stands in for the configured one
  /// unless it is empty.
  static Content load(const std::filesystem::path& config_file, knowledge::Problems& problems,
                      const std::function<void(std::size_t, std::size_t)>& progress = {},
                      const std::filesystem::path& knowledge_folder = {});
};

}  // namespace bot
