#pragma once

#include <cstddef>
#include <vector>

#include "bot/store/store.h"

namespace bot {

/// Messages that are one question in all but case, accents and punctuation.
struct QuestionGroup {
  std::size_t count = 0;
  UnansweredMessage last;  ///< the latest of them
};

/// The most frequent first; of the equally frequent, the latest.
std::vector<QuestionGroup> group_questions(std::vector<UnansweredMessage> messages);

}  // namespace bot
