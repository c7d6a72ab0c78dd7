#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/classifier.h"
#include "knowledge/encoder/remembering_encoder.h"
#include "knowledge/language.h"
#include "knowledge/spelling.h"
#include "knowledge/training_set.h"

namespace knowledge {

/// Decision values of a message and of its parts, by label.
struct Decisions {
  std::vector<float> whole;
  std::vector<std::vector<float>> parts;  ///< in the order of the message
};

/// All of reading that is learned from the training messages: repairs misspelt words, then decides
/// on topics. kOutOfScope is a label like any other. Immutable; thread-safe.
class MessageClassifier {
 public:
  using Encode = knowledge::Encode;

  struct Settings {
    Encode encode;  ///< empty: n-grams alone
    /// Keeps what was trained, named by the hash of all that went into it; empty: none kept.
    std::filesystem::path cache;
    Classifier::Progress progress;
  };

  /// REQUIRES: `messages` is not empty.
  static MessageClassifier learn(const std::vector<TrainingMessage>& messages, Settings settings);

  std::string repair(std::string_view normalized, const Language& language) const {
    return spelling_.repair(normalized, language);
  }

  bool is_gibberish(std::string_view repaired) const { return spelling_.is_gibberish(repaired); }

  /// On a repaired text and its parts, with the encoder where there is one.
  Decisions decide(std::string_view text, const std::vector<std::string_view>& parts) const;
  /// On a repaired text, by its n-grams alone: a tenth of the time.
  std::vector<float> decide_by_ngrams(std::string_view text) const;

  bool has_encoder() const { return encode_ != nullptr; }
  const std::vector<std::string>& labels() const { return classifier_.labels(); }

 private:
  MessageClassifier(Spelling spelling, Classifier classifier, Encode encode);

  Spelling spelling_;
  Classifier classifier_;
  Encode encode_;
};

}  // namespace knowledge
