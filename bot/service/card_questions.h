#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/store/store.h"
#include "knowledge/knowledge.h"

namespace bot {

/// What visitors asked about, and what got no answer.
struct CardQuestions {
  std::vector<std::string> topics;  ///< ids, in the order they were asked
  std::vector<std::string> open;    ///< ids of gap topics, and messages that nothing was found for
};

/// `turns` are those of a card. Of the messages without an answer the newest 50 are given.
CardQuestions card_questions(const std::vector<StoredTurn>& turns,
                             const knowledge::Knowledge& knowledge);

/// What people want done ("call me") is no question; a topic that is gone was one.
bool is_question(const knowledge::Knowledge& knowledge, std::string_view topic);

}  // namespace bot
