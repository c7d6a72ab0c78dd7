#include "knowledge/safety_screen.h"

#include <cassert>
#include <utility>

#include "knowledge/safety_classifier.h"
#include "knowledge/safety_messages.h"
#include "knowledge/safety_patterns.h"
#include "knowledge/safety_sureness.h"

namespace knowledge {
namespace {

bool is_emergency(const std::optional<SafetySignal>& signal) {
  return signal && signal->level == SafetyLevel::emergency;
}

}  // namespace

struct SafetyScreen::Rules {
  SafetyPatterns patterns;
  SafetySurenessBySource sureness;
  std::vector<TrainingMessage> messages;  ///< until they have been learned
  std::optional<SafetyClassifier> classifier;
};

SafetyScreen::SafetyScreen() : rules_(std::make_unique<Rules>()) {}
SafetyScreen::~SafetyScreen() = default;
SafetyScreen::SafetyScreen(SafetyScreen&&) noexcept = default;
SafetyScreen& SafetyScreen::operator=(SafetyScreen&&) noexcept = default;

SafetyScreen SafetyScreen::load(const std::filesystem::path& folder, const Languages& languages,
                                Problems& problems) {
  SafetyScreen screen;
  auto& rules = *screen.rules_;
  rules.patterns =
      SafetyPatterns::compile(SafetyRules::load(folder, languages, problems), problems);
  rules.sureness =
      SafetySurenessBySource::load(folder / "sureness.yaml", folder.parent_path(), problems);
  rules.messages = load_safety_messages(folder, languages, problems);
  return screen;
}

void SafetyScreen::learn(const std::vector<TrainingMessage>& ordinary,
                         MessageClassifier::Settings how) {
  auto training = safety_training(std::exchange(rules_->messages, {}), ordinary);
  rules_->classifier = SafetyClassifier::learn(training, std::move(how), rules_->sureness);
}

std::optional<SafetySignal> SafetyScreen::screen_by_patterns(std::string_view normalized) const {
  return rules_->patterns.judge(normalized);
}

std::optional<SafetySignal> SafetyScreen::screen(std::string_view normalized,
                                                 const Language& language) const {
  const auto& patterns = rules_->patterns;
  auto signal = patterns.judge(normalized);
  if (is_emergency(signal) || !rules_->classifier) return signal;
  const auto& classifier = *rules_->classifier;
  const std::string repaired = classifier.repair(normalized, language);
  if (repaired != normalized) {
    if (auto again = patterns.judge(repaired)) signal = std::move(again);
    if (is_emergency(signal)) return signal;
  }
  const auto heard = classifier.hear(repaired);
  if (!heard) return signal;
  const auto& sureness = classifier.sureness();
  const auto around = patterns.circumstances(repaired);
  const double probable = sureness.judge.probability(safety_evidence(*heard, around));
  if (probable < sureness.concern || (signal && probable < sureness.emergency)) return signal;
  return SafetySignal{std::string(heard->crisis),
                      probable < sureness.emergency ? SafetyLevel::concern
                                                    : SafetyLevel::emergency,
                      around.other ? Endangered::other : Endangered::self};
}

const CrisisWording& SafetyScreen::wording(std::string_view id) const {
  const auto found = rules_->patterns.rules().wordings.find(std::string(id));
  assert(found != rules_->patterns.rules().wordings.end());
  return found->second;
}

std::vector<std::string> SafetyScreen::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, wording] : rules_->patterns.rules().wordings) ids.push_back(id);
  return ids;
}

}  // namespace knowledge
