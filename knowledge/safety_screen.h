#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/crisis_wording.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// Sees danger in a message before anything else looks at it. Immutable after load; thread-safe.
class SafetyScreen {
 public:
  SafetyScreen();
  ~SafetyScreen();
  SafetyScreen(SafetyScreen&&) noexcept;
  SafetyScreen& operator=(SafetyScreen&&) noexcept;

  /// Reads every YAML file of `folder` (knowledge/safety). Mistakes are added to `problems`.
  static SafetyScreen load(const std::filesystem::path& folder, const Languages& languages,
                           Problems& problems);

  /// `normalized` comes from normalize(). An emergency wins over a concern.
  std::optional<SafetySignal> screen(std::string_view normalized) const;

  /// REQUIRES: `id` is one of ids().
  const CrisisWording& wording(std::string_view id) const;
  std::vector<std::string> ids() const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace knowledge
