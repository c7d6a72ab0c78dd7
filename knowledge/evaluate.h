#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace knowledge {

/// A line of a labelled set; the label "oos" means out of scope.
struct LabelledText {
  std::string text;
  std::string label;
};

inline constexpr const char* kOutOfScopeLabel = "oos";

struct EvaluateReport {
  double accuracy = 0;       ///< in-scope messages given their label; a rejected one is wrong
  double oos_recall = 0;     ///< out-of-scope messages rejected
  double oos_precision = 0;  ///< rejected messages that are out of scope
  double threshold = 0;      ///< least probability that is answered
  double train_seconds = 0;
  double microseconds_per_message = 0;  ///< all of it, one core
};

struct EvaluateSettings {
  /// Gives a text its sentence vector; empty: n-grams alone.
  std::function<std::vector<float>(std::string_view)> encode;
  std::function<void(std::size_t done, std::size_t total)> progress;
};

/// Trains the classifier that reads visitors' messages on any labels, chooses on `validation`
/// (where it is empty, by cross-validation of `train`) the probability from which on it answers,
/// and tests both on `test`. The choice turns away as much as it can for a small, fixed loss of
/// in-scope accuracy.
EvaluateReport evaluate(const std::vector<LabelledText>& train,
                        const std::vector<LabelledText>& validation,
                        const std::vector<LabelledText>& test,
                        const EvaluateSettings& settings = {});

}  // namespace knowledge
