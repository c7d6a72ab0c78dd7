#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/crisis_wording.h"
#include "knowledge/language.h"
#include "knowledge/message_classifier.h"
#include "knowledge/problem.h"
#include "knowledge/training_set.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// Sees danger in a message. Patterns own what is explicit and what is an idiom; a classifier adds
/// the veiled and the misspelt where they see nothing. Immutable once it has learned; thread-safe.
class SafetyScreen {
 public:
  SafetyScreen();
  ~SafetyScreen();
  SafetyScreen(SafetyScreen&&) noexcept;
  SafetyScreen& operator=(SafetyScreen&&) noexcept;

  /// Reads and proves the content of `folder` (knowledge/safety). Mistakes are added to `problems`.
  static SafetyScreen load(const std::filesystem::path& folder, const Languages& languages,
                           Problems& problems);

  /// Trains the classifier, or takes the trained one from the cache; without it patterns do alone.
  /// `ordinary` are the training messages of the topics. REQUIRES: load() found no problem.
  void learn(const std::vector<TrainingMessage>& ordinary, MessageClassifier::Settings how);

  /// By patterns alone: enough for a phrase that content knows word for word.
  std::optional<SafetySignal> screen_by_patterns(std::string_view normalized) const;

  /// `normalized` comes from normalize(). An emergency wins over a concern. Total, never throws.
  std::optional<SafetySignal> screen(std::string_view normalized,
                                     const Language& language = {}) const;

  /// REQUIRES: `id` is one of ids().
  const CrisisWording& wording(std::string_view id) const;
  std::vector<std::string> ids() const;

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

}  // namespace knowledge
