#pragma once

#include <string>
#include <vector>

#include "knowledge/message_classifier.h"
#include "knowledge/reading_settings.h"
#include "knowledge/understanding.h"

namespace knowledge {

inline constexpr std::size_t kTopicsMax = 3;  ///< answered in one turn
inline constexpr std::size_t kNearMax = 3;    ///< offered by "did you mean"

/// The topics of one message.
struct Choice {
  std::vector<Match> topics;  ///< in the order asked; empty: nothing is sure
  std::vector<Match> near;    ///< best first; filled only where `topics` is empty
};

/// How probable each label is for a message and for its parts: what choose_topics() decides on.
struct Probabilities {
  std::vector<double> whole;               ///< by label; adds up to 1
  std::vector<std::vector<double>> parts;  ///< in the order of the message
};

/// Shares of 1 by decision values: softmax of `slope` times each.
std::vector<double> probabilities(const std::vector<float>& decision_values, double slope);
Probabilities probabilities(const Decisions& decisions, double slope);

/// Which topics to answer: the best of the whole message, and the best of each part that is sure
/// by itself. kOutOfScope is a label like any other, and never chosen.
Choice choose_topics(const std::vector<std::string>& labels, const Probabilities& probable,
                     const Thresholds& thresholds);

}  // namespace knowledge
