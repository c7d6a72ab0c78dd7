#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "knowledge/message_classifier.h"
#include "knowledge/training_set.h"

namespace knowledge {

/// What is decided on a message by a classifier that has learned nothing from its writer.
struct HeldOutMessage {
  const TrainingMessage* message = nullptr;
  std::string text;                ///< repaired
  std::vector<std::string> parts;  ///< of `text`
  std::vector<float> ngrams;       ///< decision values of the n-grams alone
  Decisions decisions;
  double strange = 0;  ///< of its words, as in FieldWords
};

struct CrossValidation {
  std::vector<std::string> labels;
  std::vector<HeldOutMessage> held_out;  ///< every message once
};

/// Trains `folds` classifiers, each without some writers' batches, and lets each decide on what it
/// has not seen: new visitors write in their own manner too. Where all messages of a topic come
/// from one batch they are dealt out one by one. The result points into `messages`. `encode` (may
/// be empty) is asked once a text. `progress` counts all classifiers.
CrossValidation cross_validate(const std::vector<TrainingMessage>& messages,
                               const std::vector<std::string>& joiners,
                               const MessageClassifier::Encode& encode, std::size_t folds,
                               const std::function<void(std::size_t, std::size_t)>& progress);

}  // namespace knowledge
