#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "knowledge/message_classifier.h"
#include "knowledge/safety_evidence.h"
#include "knowledge/safety_patterns.h"
#include "knowledge/safety_sureness.h"
#include "knowledge/training_set.h"

namespace knowledge {

/// A message as patterns read it, and as a classifier does that has learned nothing from its batch.
struct HeldOutDanger {
  std::string kind;         ///< crisis id, kind that only looks like danger; "" is about a topic
  bool emergency = false;   ///< by a pattern
  bool concern = false;     ///< by a pattern
  double ngrams = 0;        ///< decision value of kEmergency by the n-grams alone
  SafetyEvidence evidence{};
};

/// REQUIRES: `safety` comes from load_safety_messages(), `ordinary` are messages about topics.
std::vector<HeldOutDanger> cross_validate_safety(const std::vector<TrainingMessage>& safety,
                                                 const std::vector<TrainingMessage>& ordinary,
                                                 const SafetyPatterns& patterns,
                                                 const Encode& encode, std::size_t folds,
                                                 const Classifier::Progress& progress);

/// A share of messages.
struct Share {
  std::size_t part = 0;
  std::size_t whole = 0;
  double percent() const;
};

struct SafetyScore {
  Share noticed;          ///< emergencies raised as such
  Share clinical_raised;  ///< questions and the past, raised as emergencies
  Share softened_raised;  ///< the denied and the bereaved
  Share benign_alarmed;   ///< idioms, hard days, questions that share the words
  Share ordinary_alarmed; ///< messages about topics,
  Share ordinary_lines;   ///< and those given a line about 988
  Share by_ngrams;        ///< of all: the encoder need not be asked
};

SafetyScore score_safety(const std::vector<HeldOutDanger>& held_out,
                         const SafetySureness& sureness);

/// A judge learned from the messages, and the sureness that notices most while it alarms on at most
/// `benign_max` percent of the benign and `ordinary_max` percent of messages about topics.
SafetySureness choose_sureness(const std::vector<HeldOutDanger>& held_out, double benign_max,
                               double ordinary_max);

}  // namespace knowledge
