#include "knowledge/safety_classifier.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "knowledge/safety_messages.h"

namespace knowledge {

SafetyClassifier::SafetyClassifier(MessageClassifier classifier, const SafetySureness& sureness)
    : classifier_(std::move(classifier)), sureness_(sureness) {
  const auto& labels = classifier_.labels();
  const auto found = std::find(labels.begin(), labels.end(), kEmergency);
  assert(found != labels.end());
  emergency_ = static_cast<std::size_t>(found - labels.begin());
}

SafetyClassifier SafetyClassifier::learn(const std::vector<TrainingMessage>& training,
                                         MessageClassifier::Settings how,
                                         const SafetySurenessBySource& sureness) {
  auto classifier = MessageClassifier::learn(training, std::move(how));
  const bool with_encoder = classifier.has_encoder();
  return {std::move(classifier), with_encoder ? sureness.with_encoder : sureness.ngrams};
}

SafetyClassifier::Reading SafetyClassifier::read(std::string_view repaired) const {
  auto values = classifier_.decide_by_ngrams(repaired);
  if (classifier_.has_encoder() && values[emergency_] >= sureness_.alone)
    values = classifier_.decide(repaired, {}).whole;
  const auto& labels = classifier_.labels();
  std::size_t best = labels.size();
  for (std::size_t i = 0; i < labels.size(); ++i)
    if (is_crisis(labels[i]) && (best == labels.size() || values[i] > values[best])) best = i;
  assert(best < labels.size());
  return {labels[best], static_cast<double>(values[emergency_])};
}

}  // namespace knowledge
