#pragma once

#include <filesystem>

#include "knowledge/judge.h"
#include "knowledge/problem.h"

namespace knowledge {

/// How sure the screen must be where no pattern sees an emergency. Chosen by `admissions-bot
/// tune-safety`.
struct SafetySureness {
  double alone = 0;      ///< decision value: below it the n-grams alone are enough to see none
  double concern = 1;    ///< probability: from here a concern,
  double emergency = 1;  ///< and from here an emergency
  Judge judge;           ///< of safety_evidence()
};

/// knowledge/safety/sureness.yaml.
struct SafetySurenessBySource {
  SafetySureness ngrams;  ///< without a sentence encoder
  SafetySureness with_encoder;

  static SafetySurenessBySource load(const std::filesystem::path& file,
                                     const std::filesystem::path& root, Problems& problems);
};

}  // namespace knowledge
