#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/message_classifier.h"
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

  struct Reading {
    std::string_view crisis;  ///< the nearest id; lives as long as the classifier
    double value = 0;         ///< decision value: above 0 leans to an emergency
  };
  /// On a repaired text. Asks the encoder only where the n-grams see a possibility.
  Reading read(std::string_view repaired) const;

  std::string repair(std::string_view normalized, const Language& language) const {
    return classifier_.repair(normalized, language);
  }
  const SafetySureness& sureness() const { return sureness_; }

 private:
  SafetyClassifier(MessageClassifier classifier, const SafetySureness& sureness);

  MessageClassifier classifier_;
  SafetySureness sureness_;
  std::size_t emergency_ = 0;  ///< index of the label kEmergency
};

}  // namespace knowledge
