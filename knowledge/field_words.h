#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/training_set.h"

namespace knowledge {

/// The words in which people ask about our topics, learned from the training messages. A message
/// full of words that never stood in one speaks of something else, however much of the rest is ours
/// ("is the rink open on weekends"). Immutable after learning; thread-safe.
class FieldWords {
 public:
  static FieldWords learn(const std::vector<TrainingMessage>& messages);

  /// The share of the words of a normalised text that were never used for a topic: 0..1.
  double strange(std::string_view normalized) const;

 private:
  std::vector<std::string> words_;  ///< sorted
};

}  // namespace knowledge
