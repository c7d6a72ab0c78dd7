#pragma once

#include <string>
#include <vector>

#include "knowledge/reading_settings.h"
#include "knowledge/topic_evidence.h"
#include "knowledge/understanding.h"

namespace knowledge {

inline constexpr std::size_t kTopicsMax = 3;  ///< answered in one turn
inline constexpr std::size_t kNearMax = 3;    ///< offered by "did you mean"

/// The topics of one message.
struct Choice {
  std::vector<Match> topics;  ///< in the order asked; empty: nothing is sure
  std::vector<Match> near;    ///< best first; filled only where `topics` is empty
};

/// Which topics to answer: the main topic of the whole message and further ones that its parts ask,
/// each where its judge is sure enough. kOutOfScope is a label like any other, and never chosen.
Choice choose_topics(const std::vector<std::string>& labels, const DecidedMessage& message,
                     const Sureness& sureness, const std::vector<std::string>& question_words);

}  // namespace knowledge
