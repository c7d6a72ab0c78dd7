#pragma once

#include <cstddef>
#include <functional>
#include <string>
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
  double threshold = 0;      ///< least decision value that is answered
  double train_seconds = 0;
  double microseconds_per_message = 0;  ///< normalising included, one core
};

/// Told how much of the work is done.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

/// Trains the classifier that reads visitors' messages on any labels, chooses its threshold on
/// `validation` (where it is empty, by cross-validation of `train`) as the one under which most lines
/// are treated rightly, and tests both on `test`.
EvaluateReport evaluate(const std::vector<LabelledText>& train,
                        const std::vector<LabelledText>& validation,
                        const std::vector<LabelledText>& test, const Progress& progress = {});

}  // namespace knowledge
