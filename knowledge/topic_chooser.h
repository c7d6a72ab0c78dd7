#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/classifier.h"
#include "knowledge/reading_settings.h"
#include "knowledge/template_set.h"
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
  std::vector<double> whole;               ///< by label of the classifier
  std::vector<std::vector<double>> parts;  ///< in the order of the message
};

/// A text as the classifier reads it: repaired, and its sentence vector where there is an encoder.
struct ClassifiedText {
  std::string text;
  std::vector<float> dense;
};

Probabilities probabilities(const Classifier& classifier, const Thresholds& thresholds,
                            const ClassifiedText& whole, const std::vector<ClassifiedText>& parts);

/// Which topics to answer: the best of the whole message, and the best of each part that is sure
/// by itself. kOutOfScope is a label like any other, and never chosen.
Choice choose_topics(const std::vector<std::string>& labels, const Probabilities& probable,
                     const Thresholds& thresholds);

}  // namespace knowledge
