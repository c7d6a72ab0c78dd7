#include "knowledge/evaluate.h"

#include <algorithm>
#include <chrono>

#include "knowledge/classifier.h"
#include "knowledge/normalize.h"

namespace knowledge {
namespace {

constexpr std::size_t kFolds = 5;

/// What the classifier thinks best of a message.
struct Guess {
  std::string label;
  float value = 0;
};

std::vector<LabelledExample> examples(const std::vector<LabelledText>& lines) {
  std::vector<LabelledExample> made;
  for (const auto& line : lines) {
    LabelledExample example{normalize(line.text), {}, {}};
    if (line.label != kOutOfScopeLabel) example.labels = {line.label};
    made.push_back(std::move(example));
  }
  return made;
}

std::vector<Guess> guesses(const Classifier& classifier, const std::vector<LabelledText>& lines) {
  std::vector<Guess> made;
  std::vector<float> values(classifier.labels().size());
  for (const auto& line : lines) {
    classifier.decide(normalize(line.text), {}, values);
    const auto best = std::max_element(values.begin(), values.end());
    made.push_back({classifier.labels()[static_cast<std::size_t>(best - values.begin())], *best});
  }
  return made;
}

/// Each line guessed by a classifier that has not seen it.
std::vector<Guess> cross_guesses(const std::vector<LabelledText>& lines,
                                 const ClassifierSettings& settings) {
  std::vector<Guess> made(lines.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<LabelledText> seen, held_out;
    for (std::size_t i = 0; i < lines.size(); ++i)
      (i % kFolds == fold ? held_out : seen).push_back(lines[i]);
    auto found = guesses(Classifier::train(examples(seen), settings), held_out);
    for (std::size_t i = fold, k = 0; i < lines.size(); i += kFolds, ++k)
      made[i] = std::move(found[k]);
  }
  return made;
}

struct Counts {
  double in_scope = 0, right = 0, out_of_scope = 0, rejected = 0, rejected_right = 0;

  /// Lines answered as they should be: the set's own mix says how often nothing fits.
  double all_right() const { return right + rejected_right; }
  double accuracy() const { return in_scope > 0 ? right / in_scope : 0; }
  double recall() const { return out_of_scope > 0 ? rejected_right / out_of_scope : 0; }
};

Counts count(const std::vector<LabelledText>& lines, const std::vector<Guess>& guessed,
             double threshold) {
  Counts counts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_rejected = static_cast<double>(guessed[i].value) < threshold;
    const bool is_out = lines[i].label == kOutOfScopeLabel;
    ++(is_out ? counts.out_of_scope : counts.in_scope);
    if (is_rejected) ++counts.rejected;
    if (is_out && is_rejected) ++counts.rejected_right;
    if (!is_out && !is_rejected && guessed[i].label == lines[i].label) ++counts.right;
  }
  return counts;
}

double best_threshold(const std::vector<LabelledText>& lines, const std::vector<Guess>& guessed) {
  constexpr double kLowest = -2, kHighest = 2, kStep = 0.01;
  double best = kLowest, most_right = -1;
  for (double threshold = kLowest; threshold <= kHighest; threshold += kStep) {
    const double right = count(lines, guessed, threshold).all_right();
    if (right > most_right) {
      best = threshold;
      most_right = right;
    }
  }
  return best;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

EvaluateReport evaluate(const std::vector<LabelledText>& train,
                        const std::vector<LabelledText>& validation,
                        const std::vector<LabelledText>& test, const Progress& progress) {
  EvaluateReport report;
  const ClassifierSettings settings;
  const auto training_start = std::chrono::steady_clock::now();
  const auto classifier = Classifier::train(examples(train), settings, progress);
  report.train_seconds = seconds_since(training_start);
  report.threshold = validation.empty()
                         ? best_threshold(train, cross_guesses(train, settings))
                         : best_threshold(validation, guesses(classifier, validation));
  const auto testing_start = std::chrono::steady_clock::now();
  const auto guessed = guesses(classifier, test);
  if (!test.empty())
    report.microseconds_per_message =
        seconds_since(testing_start) * 1e6 / static_cast<double>(test.size());
  const auto counts = count(test, guessed, report.threshold);
  report.accuracy = counts.accuracy();
  report.oos_recall = counts.recall();
  report.oos_precision = counts.rejected > 0 ? counts.rejected_right / counts.rejected : 0;
  return report;
}

}  // namespace knowledge
