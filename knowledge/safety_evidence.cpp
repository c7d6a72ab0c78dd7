#include "knowledge/safety_evidence.h"

#include "knowledge/safety_messages.h"

namespace knowledge {
namespace {

constexpr std::size_t kFewWordsMax = 3;

double number(bool stands) {
  return stands ? 1 : 0;
}

}  // namespace

HeardDanger heard_danger(const std::vector<std::string>& labels,
                         const std::vector<float>& values) {
  HeardDanger heard;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto value = static_cast<double>(values[i]);
    if (labels[i] == kEmergency) heard.emergency = value;
    if (is_crisis(labels[i]) && (heard.crisis.empty() || value > heard.nearest)) {
      heard.crisis = labels[i];
      heard.nearest = value;
    }
  }
  return heard;
}

SafetyEvidence safety_evidence(const HeardDanger& heard, const SafetyCircumstances& around) {
  const bool few = around.words <= kFewWordsMax;
  return {heard.emergency,
          heard.nearest,
          number(around.mentioned),
          number(around.mentioned && few),
          number(around.mentioned && around.asked),
          number(around.mentioned && around.denied),
          number(around.softened),
          number(around.softened && around.denied),
          number(around.idiom),
          number(around.past),
          number(around.present),
          number(around.cautioned),
          number(around.mourned),
          number(few)};
}

}  // namespace knowledge
