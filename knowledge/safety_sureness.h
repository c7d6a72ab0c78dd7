#pragma once

#include <filesystem>

#include "knowledge/problem.h"

namespace knowledge {

/// How sure the safety classifier must be, as decision values: above 0 leans to an emergency.
/// Chosen by `admissions-bot tune-safety`.
struct SafetySureness {
  double alone = 0;      ///< below it the n-grams alone are enough to see none
  double concern = 0;    ///< from here a concern,
  double emergency = 0;  ///< and from here an emergency,
  double softened = 0;   ///< or from here where an idiom, a denial or a date stands in the message
};

/// knowledge/safety/sureness.yaml.
struct SafetySurenessBySource {
  SafetySureness ngrams;  ///< without a sentence encoder
  SafetySureness with_encoder;

  static SafetySurenessBySource load(const std::filesystem::path& file,
                                     const std::filesystem::path& root, Problems& problems);
};

}  // namespace knowledge
