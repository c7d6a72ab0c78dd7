#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "knowledge/judge.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace knowledge {

/// When a reading is sure enough, for one set of features. Probabilities, 0..1.
struct Sureness {
  double slope = 1;    ///< probabilities of labels = softmax(slope * decision values)
  double main = 1;     ///< the main topic of a message is answered
  double further = 1;  ///< a further one is
  double near = 1;     ///< "did you mean" names it
  double alone = 1;    ///< the n-grams are so sure that the encoder is not asked
  Judge main_judge;    ///< weighs kMainEvidence
  Judge further_judge; ///< weighs kFurtherEvidence
};

/// knowledge/understanding.yaml: what reading needs beside topics, messages and entities.
struct ReadingSettings {
  std::vector<std::string> fillers;  ///< of all languages; mean nothing at either end of a message
  std::vector<std::string> joiners;  ///< of all languages; words at which a message may be split
  std::vector<std::string> shared_words;  ///< written in several languages
  std::map<Language, std::vector<std::string>> language_names;  ///< how visitors name a language
  std::vector<std::string> question_words;  ///< of all languages; begin a question
  Sureness ngrams;                          ///< without a sentence encoder
  Sureness with_encoder;

  static ReadingSettings load(const std::filesystem::path& file, const std::filesystem::path& root,
                              const Languages& languages, Problems& problems);
};

}  // namespace knowledge
