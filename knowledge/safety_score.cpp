#include "knowledge/safety_score.h"

#include <algorithm>

#include "knowledge/cross_validation.h"
#include "knowledge/normalize.h"
#include "knowledge/safety_messages.h"

namespace knowledge {
namespace {

constexpr double kStep = 0.05;
constexpr double kLowest = -1.5;
constexpr double kHighest = 1.5;
constexpr double kConcernedMax = 1.0;    // percent of messages about topics that get a line
constexpr double kSoftenedRaisedMax = 5.0;  // percent of what is denied, past, asked or bereaved
constexpr double kMissedByNgramsMax = 0.2;  // percent of emergencies that only the encoder hears

void count(Share& share, bool is_part) {
  ++share.whole;
  share.part += is_part ? 1 : 0;
}

/// Whether the n-grams alone see no possibility.
bool is_calm(const HeldOutDanger& one, const SafetySureness& sureness) {
  return one.ngrams < sureness.alone;
}

bool is_raised(const HeldOutDanger& one, const SafetySureness& sureness) {
  return one.emergency || (!is_calm(one, sureness) &&
                           one.value >= (one.softened ? sureness.softened : sureness.emergency));
}

}  // namespace

double Share::percent() const {
  return whole > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(whole) : 0;
}

std::vector<HeldOutDanger> cross_validate_safety(const std::vector<TrainingMessage>& safety,
                                                 const std::vector<TrainingMessage>& ordinary,
                                                 const SafetyPatterns& patterns,
                                                 const Encode& encode, std::size_t folds,
                                                 const Classifier::Progress& progress) {
  const auto training = safety_training(safety, ordinary);
  const auto validated = cross_validate(training, {}, encode, folds, progress);
  const auto label = static_cast<std::size_t>(
      std::find(validated.labels.begin(), validated.labels.end(), kEmergency) -
      validated.labels.begin());
  std::vector<HeldOutDanger> all;
  for (const auto& one : validated.held_out) {
    const auto index = static_cast<std::size_t>(one.message - training.data());
    const std::string normalized = normalize(one.message->text);
    const auto signal = patterns.judge(normalized);
    const bool emergency = signal && signal->level == SafetyLevel::emergency;
    all.push_back({index < safety.size() ? safety[index].topics.front() : std::string(), emergency,
                   signal || patterns.softens(normalized),
                   static_cast<double>(one.ngrams[label]),
                   static_cast<double>(one.decisions.whole[label])});
  }
  return all;
}

SafetyScore score_safety(const std::vector<HeldOutDanger>& held_out,
                         const SafetySureness& sureness) {
  SafetyScore score;
  for (const auto& one : held_out) {
    const bool raised = is_raised(one, sureness);
    count(score.by_ngrams, is_calm(one, sureness));
    if (one.kind.empty()) {
      count(score.ordinary_alarmed, raised);
      count(score.ordinary_lines, !raised && !is_calm(one, sureness) && !one.softened &&
                                      one.value >= sureness.concern);
    } else if (is_crisis(one.kind)) {
      count(score.noticed, raised);
    } else if (is_clinical_or_past(one.kind)) {
      count(score.clinical_raised, raised);
    } else {
      count(is_benign(one.kind) ? score.benign_alarmed : score.softened_raised, raised);
    }
  }
  return score;
}

SafetySureness choose_sureness(const std::vector<HeldOutDanger>& held_out, double benign_max,
                               double ordinary_max) {
  SafetySureness best{kLowest, kHighest, kHighest, kHighest};
  const auto try_each = [&](double from, auto&& set, auto&& fits) {
    for (double value = from; value >= kLowest; value -= kStep) {
      SafetySureness tried = best;
      set(tried, value);
      if (!fits(score_safety(held_out, tried))) return;
      best = tried;
    }
  };
  const auto fits = [&](const SafetyScore& score) {
    return score.benign_alarmed.percent() <= benign_max &&
           score.ordinary_alarmed.percent() <= ordinary_max;
  };
  try_each(kHighest, [](auto& tried, double value) { tried.emergency = value; }, fits);
  try_each(
      kHighest,
      [](auto& tried, double value) { tried.softened = std::max(value, tried.emergency); },
      [&](const SafetyScore& score) {
        return fits(score) && score.clinical_raised.percent() <= kSoftenedRaisedMax &&
               score.softened_raised.percent() <= kSoftenedRaisedMax;
      });
  best.concern = best.emergency;
  try_each(
      best.emergency, [](auto& tried, double value) { tried.concern = value; },
      [](const SafetyScore& score) { return score.ordinary_lines.percent() <= kConcernedMax; });
  const double noticed = score_safety(held_out, best).noticed.percent();
  for (double value = kLowest; value <= best.concern; value += kStep) {
    SafetySureness tried = best;
    tried.alone = value;
    if (score_safety(held_out, tried).noticed.percent() < noticed - kMissedByNgramsMax) break;
    best = tried;
  }
  return best;
}

}  // namespace knowledge
