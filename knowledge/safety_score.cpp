#include "knowledge/safety_score.h"

#include <algorithm>

#include "knowledge/cross_validation.h"
#include "knowledge/normalize.h"
#include "knowledge/safety_messages.h"

namespace knowledge {
namespace {

constexpr double kConcernedMax = 1.0;        // percent of messages about topics that get a line
constexpr double kMissedByNgramsMax = 0.2;  // percent of emergencies that only the encoder hears

void count(Share& share, bool is_part) {
  ++share.whole;
  share.part += is_part ? 1 : 0;
}

/// Whether the n-grams alone see no possibility.
bool is_calm(const HeldOutDanger& one, const SafetySureness& sureness) {
  return one.ngrams < sureness.alone;
}

double probability(const HeldOutDanger& one, const SafetySureness& sureness) {
  return is_calm(one, sureness) ? 0 : sureness.judge.probability(one.evidence);
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
    const auto signal = patterns.judge(normalize(one.message->text));
    all.push_back({.kind = index < safety.size() ? safety[index].topics.front() : std::string(),
                   .emergency = signal && signal->level == SafetyLevel::emergency,
                   .concern = signal.has_value(),
                   .ngrams = static_cast<double>(one.ngrams[label]),
                   .evidence = safety_evidence(heard_danger(validated.labels, one.decisions.whole),
                                               patterns.circumstances(one.text))});
  }
  return all;
}

SafetyScore score_safety(const std::vector<HeldOutDanger>& held_out,
                         const SafetySureness& sureness) {
  SafetyScore score;
  for (const auto& one : held_out) {
    const double probable = probability(one, sureness);
    const bool raised = one.emergency || probable >= sureness.emergency;
    count(score.by_ngrams, is_calm(one, sureness));
    if (one.kind.empty()) {
      count(score.ordinary_alarmed, raised);
      count(score.ordinary_lines, !raised && !one.concern && probable >= sureness.concern);
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

namespace {

Judge learn_judge(const std::vector<HeldOutDanger>& held_out) {
  std::vector<Judge::Case> cases;
  for (const auto& one : held_out)
    if (!one.emergency)
      cases.push_back({{one.evidence.begin(), one.evidence.end()}, is_crisis(one.kind)});
  return Judge::fit(kSafetyEvidence, cases);
}

/// Lowers one number of `sureness` from `highest` in steps as long as the score fits.
template <typename Fits>
void lower(const std::vector<HeldOutDanger>& held_out, SafetySureness& sureness,
           double SafetySureness::* number, double highest, Fits&& fits) {
  constexpr double kStep = 0.05;
  SafetySureness tried = sureness;
  for (tried.*number = highest; tried.*number > kStep / 2; tried.*number -= kStep) {
    if (!fits(score_safety(held_out, tried))) return;
    sureness = tried;
  }
}

}  // namespace

SafetySureness choose_sureness(const std::vector<HeldOutDanger>& held_out, double benign_max,
                               double ordinary_max) {
  constexpr double kLowest = -1.5, kHighest = 0.5, kStep = 0.05;
  SafetySureness best;
  best.alone = kLowest;
  best.judge = learn_judge(held_out);
  lower(held_out, best, &SafetySureness::emergency, 0.95, [&](const SafetyScore& score) {
    return score.benign_alarmed.percent() <= benign_max &&
           score.ordinary_alarmed.percent() <= ordinary_max;
  });
  lower(held_out, best, &SafetySureness::concern, best.emergency, [](const SafetyScore& score) {
    return score.ordinary_lines.percent() <= kConcernedMax;
  });
  const double noticed = score_safety(held_out, best).noticed.percent();
  for (SafetySureness tried = best; tried.alone <= kHighest; tried.alone += kStep) {
    if (score_safety(held_out, tried).noticed.percent() < noticed - kMissedByNgramsMax) break;
    best = tried;
  }
  return best;
}

}  // namespace knowledge
