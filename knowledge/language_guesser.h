#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/training_set.h"

namespace knowledge {

/// Tells the language of a message by its words and its groups of three letters (naive Bayes),
/// learned from the training messages. Immutable after training; thread-safe.
class LanguageGuesser {
 public:
  static LanguageGuesser train(const std::vector<TrainingMessage>& messages,
                               const Languages& languages);

  /// The language of a normalised message. `hint` (may be empty) is what the conversation is in: it
  /// stands unless common words of another language speak clearly against it, so that a Spanish
  /// name does not turn an English conversation.
  Language guess(std::string_view normalized, const Language& hint) const;

 private:
  struct Evidence {
    std::vector<float> log_likelihood;  ///< by language
    bool is_common_word = false;
  };

  Languages languages_;
  std::unordered_map<std::uint64_t, Evidence> evidence_;
};

}  // namespace knowledge
