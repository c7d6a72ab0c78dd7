#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "bot/config.h"

namespace bot {

/// How a command changes accounts: through the running service, which alone writes, or, where none
/// runs, in this process, holding the database's lock. Both ways lead to the same routes.
class OperatorLine {
 public:
  /// Throws std::runtime_error where a service runs and cannot be reached.
  explicit OperatorLine(const Config& config);
  ~OperatorLine();

  /// The answer's JSON; null where it has none. Throws std::runtime_error with the problem's title
  /// and detail.
  nlohmann::json call(const std::string& method, const std::string& path,
                      const nlohmann::json& body = nullptr, const std::string& if_match = {});

 private:
  struct Answer {
    int status;
    std::string body;
  };
  class Way;
  class ToService;
  class InProcess;

  std::unique_ptr<Way> way_;
};

/// Puts into the audit that the operating system's user reads what visitors wrote: before it is
/// shown, and it is not shown where this throws. `about` is a conversation's id, or empty.
void note_transcript_reading(Config config, const std::filesystem::path& db,
                             const std::string& command, const std::string& about = {});

/// Runs `act` with the configured database, or with `db` where it is not empty. Gives the exit
/// code; throws what `act` throws.
int with_operator_line(const std::filesystem::path& config_file, const std::filesystem::path& db,
                       const std::function<void(OperatorLine&)>& act);

}  // namespace bot
