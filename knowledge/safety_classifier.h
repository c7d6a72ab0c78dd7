#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/message_classifier.h"
#include "knowledge/safety_evidence.h"
#include "knowledge/safety_sureness.h"

namespace knowledge {

/// Hears danger in words that no pattern knows: linear machines over n-grams and the sentence
/// vector. Immutable; thread-safe.
class SafetyClassifier {
 public:
  /// REQUIRES: `training` comes from safety_training() and holds an emergency of each kind.
  static SafetyClassifier learn(const std::vector<TrainingMessage>& training,
                                MessageClassifier::Settings how,
                                const SafetySurenessBySource& sureness);

  /// On a repaired text; nothing where the n-grams alone see no possibility, and the encoder is not
  /// asked.
  std::optional<HeardDanger> hear(std::string_view repaired) const;

  std::string repair(std::string_view normalized, const Language& language) const {
    return classifier_.repair(normalized, language);
  }
  const SafetySureness& sureness() const { return sureness_; }

 private:
  SafetyClassifier(MessageClassifier classifier, SafetySureness sureness);

  MessageClassifier classifier_;
  SafetySureness sureness_;
  std::size_t emergency_ = 0;  ///< index of the label kEmergency
};

}  // namespace knowledge
