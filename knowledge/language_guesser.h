#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/training_set.h"

namespace knowledge {

/// Tells the language of a message by its words and its groups of three letters (naive Bayes),
/// learned from the training messages. Immutable after training; thread-safe.
class LanguageGuesser {
 public:
  /// `shared_words` are written in several languages ("no", "me").
  static LanguageGuesser train(const std::vector<TrainingMessage>& messages,
                               const Languages& languages,
                               const std::vector<std::string>& shared_words);

  /// The language of a normalised message. `hint` (may be empty) is what the conversation is in: it
  /// stands unless common words of another language speak clearly against it, so that neither a
  /// Spanish name nor a "no, no" turns an English conversation. A message of shared words alone is
  /// in it, or in the first language.
  Language guess(std::string_view normalized, const Language& hint) const;

 private:
  struct Evidence {
    std::vector<float> log_likelihood;  ///< by language
    bool is_common_word = false;
  };

  bool is_of_shared_words(std::string_view words) const;

  Languages languages_;
  std::unordered_set<std::string> shared_words_;
  std::unordered_map<std::uint64_t, Evidence> evidence_;
};

}  // namespace knowledge
