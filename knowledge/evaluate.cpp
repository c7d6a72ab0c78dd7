#include "knowledge/evaluate.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <utility>

#include "knowledge/classifier.h"
#include "knowledge/normalize.h"
#include "knowledge/topic_chooser.h"

namespace knowledge {
namespace {

constexpr std::size_t kFolds = 5;

/// What the classifier thinks best of a message.
struct Guess {
  std::string label;
  double probability = 0;
};

constexpr double kSlope = 4;           // decision values to probabilities
// Of the in-scope accuracy, what may be given up to turn away what is out of scope. Messages in
// scope are many in any set, so that the choice does not hang on a few of the others.
constexpr double kAccuracyGivenUp = 0.004;
constexpr float kDenseWeight = 1;  // with many labels of plain sentences the encoder tells more
constexpr std::size_t kThreads = 2;

using Encode = std::function<std::vector<float>(std::string_view)>;

/// Lines as the classifier reads them.
std::vector<LabelledExample> examples(const std::vector<LabelledText>& lines,
                                      const Encode& encode) {
  std::vector<LabelledExample> made(lines.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < lines.size();) {
      made[i].text = normalize(lines[i].text);
      if (lines[i].label != kOutOfScopeLabel) made[i].labels = {lines[i].label};
      if (encode) made[i].dense = encode(made[i].text);
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < kThreads; ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  return made;
}

Guess guess(const Classifier& classifier, const LabelledExample& example) {
  std::vector<float> values(classifier.labels().size());
  classifier.decide(example.text, example.dense, values);
  const auto probable = probabilities(values, kSlope);
  const auto best = std::max_element(probable.begin(), probable.end());
  return {classifier.labels()[static_cast<std::size_t>(best - probable.begin())], *best};
}

std::vector<Guess> guesses(const Classifier& classifier,
                           const std::vector<LabelledExample>& examples) {
  std::vector<Guess> made;
  for (const auto& example : examples) made.push_back(guess(classifier, example));
  return made;
}

/// Each example guessed by a classifier that has not seen it.
std::vector<Guess> cross_guesses(const std::vector<LabelledExample>& examples,
                                 const ClassifierSettings& settings) {
  std::vector<Guess> made(examples.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<LabelledExample> seen, held_out;
    for (std::size_t i = 0; i < examples.size(); ++i)
      (i % kFolds == fold ? held_out : seen).push_back(examples[i]);
    auto found = guesses(Classifier::train(seen, settings), held_out);
    for (std::size_t i = fold, k = 0; i < examples.size(); i += kFolds, ++k)
      made[i] = std::move(found[k]);
  }
  return made;
}

struct Counts {
  double in_scope = 0, right = 0, out_of_scope = 0, rejected = 0, rejected_right = 0;

  double accuracy() const { return in_scope > 0 ? right / in_scope : 0; }
  double recall() const { return out_of_scope > 0 ? rejected_right / out_of_scope : 0; }
};

Counts count(const std::vector<LabelledText>& lines, const std::vector<Guess>& guessed,
             double threshold) {
  Counts counts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_rejected = guessed[i].probability < threshold;
    const bool is_out = lines[i].label == kOutOfScopeLabel;
    ++(is_out ? counts.out_of_scope : counts.in_scope);
    if (is_rejected) ++counts.rejected;
    if (is_out && is_rejected) ++counts.rejected_right;
    if (!is_out && !is_rejected && guessed[i].label == lines[i].label) ++counts.right;
  }
  return counts;
}

/// The greatest threshold that gives up no more than kAccuracyGivenUp.
double best_threshold(const std::vector<LabelledText>& lines, const std::vector<Guess>& guessed) {
  constexpr double kStep = 0.005;
  const double least = count(lines, guessed, 0).accuracy() - kAccuracyGivenUp;
  double best = 0;
  for (double threshold = 0; threshold <= 1; threshold += kStep) {
    if (count(lines, guessed, threshold).accuracy() < least) break;
    best = threshold;
  }
  return best;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

EvaluateReport evaluate(const std::vector<LabelledText>& train,
                        const std::vector<LabelledText>& validation,
                        const std::vector<LabelledText>& test, const EvaluateSettings& settings) {
  EvaluateReport report;
  ClassifierSettings how;
  how.dense_weight = kDenseWeight;
  const auto training_start = std::chrono::steady_clock::now();
  const auto learned = examples(train, settings.encode);
  const auto classifier = Classifier::train(learned, how, settings.progress);
  report.train_seconds = seconds_since(training_start);
  report.threshold =
      validation.empty()
          ? best_threshold(train, cross_guesses(learned, how))
          : best_threshold(validation,
                           guesses(classifier, examples(validation, settings.encode)));
  std::vector<Guess> guessed;
  const auto testing_start = std::chrono::steady_clock::now();
  for (const auto& line : test) {
    LabelledExample example{normalize(line.text), {}, {}};
    if (settings.encode) example.dense = settings.encode(example.text);
    guessed.push_back(guess(classifier, example));
  }
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
