#include "knowledge/field_words.h"

#include <algorithm>

#include "knowledge/normalize.h"
#include "knowledge/words.h"

namespace knowledge {

FieldWords FieldWords::learn(const std::vector<TrainingMessage>& messages) {
  FieldWords made;
  for (const auto& message : messages) {
    if (message.topics.empty()) continue;
    visit_words(normalize(message.text), [&](std::string_view word, std::size_t, std::size_t) {
      made.words_.emplace_back(word);
    });
  }
  std::sort(made.words_.begin(), made.words_.end());
  made.words_.erase(std::unique(made.words_.begin(), made.words_.end()), made.words_.end());
  return made;
}

double FieldWords::strange(std::string_view normalized) const {
  std::size_t strange = 0, all = 0;
  visit_words(normalized, [&](std::string_view word, std::size_t, std::size_t) {
    ++all;
    if (!std::binary_search(words_.begin(), words_.end(), word)) ++strange;
  });
  return all > 0 ? static_cast<double>(strange) / static_cast<double>(all) : 0;
}

}  // namespace knowledge
