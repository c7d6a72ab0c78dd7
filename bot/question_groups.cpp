#include "bot/question_groups.h"

#include <algorithm>
#include <map>
#include <utility>

#include "knowledge/normalize.h"
#include "knowledge/template.h"

namespace bot {

std::vector<QuestionGroup> group_questions(std::vector<UnansweredMessage> messages) {
  std::map<std::string, QuestionGroup> by_words;
  for (UnansweredMessage& message : messages) {
    const std::string normalized = knowledge::normalize(message.text);
    const std::string words = knowledge::as_words(normalized);
    QuestionGroup& group = by_words[words.empty() ? normalized : words];
    ++group.count;
    if (group.count == 1 || message.at_ms >= group.last.at_ms) group.last = std::move(message);
  }
  std::vector<QuestionGroup> groups;
  for (auto& [words, group] : by_words) groups.push_back(std::move(group));
  std::stable_sort(groups.begin(), groups.end(),
                   [](const QuestionGroup& left, const QuestionGroup& right) {
                     return std::pair(left.count, left.last.at_ms) >
                            std::pair(right.count, right.last.at_ms);
                   });
  return groups;
}

}  // namespace bot
