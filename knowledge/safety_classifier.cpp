#include "knowledge/safety_classifier.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "knowledge/safety_messages.h"

namespace knowledge {

SafetyClassifier::SafetyClassifier(MessageClassifier classifier, SafetySureness sureness)
    : classifier_(std::move(classifier)), sureness_(std::move(sureness)) {
  const auto& labels = classifier_.labels();
  emergency_ = static_cast<std::size_t>(
      std::find(labels.begin(), labels.end(), kEmergency) - labels.begin());
  assert(emergency_ < labels.size());
}

SafetyClassifier SafetyClassifier::learn(const std::vector<TrainingMessage>& training,
                                         MessageClassifier::Settings how,
                                         const SafetySurenessBySource& sureness) {
  auto classifier = MessageClassifier::learn(training, std::move(how));
  const bool with_encoder = classifier.has_encoder();
  return {std::move(classifier), with_encoder ? sureness.with_encoder : sureness.ngrams};
}

std::optional<HeardDanger> SafetyClassifier::hear(std::string_view repaired) const {
  auto values = classifier_.decide_by_ngrams(repaired);
  if (values[emergency_] < static_cast<float>(sureness_.alone)) return std::nullopt;
  if (classifier_.has_encoder()) values = classifier_.decide(repaired, {}).whole;
  return heard_danger(classifier_.labels(), values);
}

}  // namespace knowledge
