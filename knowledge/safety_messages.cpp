#include "knowledge/safety_messages.h"

#include <algorithm>

namespace knowledge {
namespace {

constexpr std::string_view kCrises[] = {"crisis_harm_others", "crisis_medical",  "crisis_overdose",
                                        "crisis_self_harm",   "crisis_suicide", "crisis_violence"};
constexpr std::string_view kClinicalOrPast[] = {"clinical_question", "past_history"};
constexpr std::string_view kSoftened[] = {"negated", "bereaved"};
constexpr std::string_view kBenign[] = {"idiom", "ordinary", "near_topic", "form_answer"};

template <typename Names>
bool among(const Names& names, std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::vector<std::string> kinds() {
  std::vector<std::string> all;
  all.insert(all.end(), std::begin(kCrises), std::end(kCrises));
  all.insert(all.end(), std::begin(kClinicalOrPast), std::end(kClinicalOrPast));
  all.insert(all.end(), std::begin(kSoftened), std::end(kSoftened));
  all.insert(all.end(), std::begin(kBenign), std::end(kBenign));
  return all;
}

}  // namespace

std::vector<TrainingMessage> load_safety_messages(const std::filesystem::path& safety_folder,
                                                  const Languages& languages, Problems& problems) {
  Problems found;
  auto set = TrainingSet::load(safety_folder / "messages", languages, kinds(), found);
  for (auto& problem : found) {
    problem.file = (safety_folder.filename() / problem.file).generic_string();
    problems.push_back(std::move(problem));
  }
  return std::move(set.messages);
}

std::vector<TrainingMessage> safety_training(std::vector<TrainingMessage> safety,
                                             const std::vector<TrainingMessage>& ordinary) {
  for (auto& message : safety) {
    if (is_crisis(message.topics.front())) message.topics.emplace_back(kEmergency);
    else message.topics.clear();
  }
  for (auto message : ordinary) {
    message.topics.clear();
    safety.push_back(std::move(message));
  }
  return safety;
}

bool is_crisis(std::string_view kind) {
  return among(kCrises, kind);
}
bool is_clinical_or_past(std::string_view kind) {
  return among(kClinicalOrPast, kind);
}
bool is_benign(std::string_view kind) {
  return among(kBenign, kind);
}

}  // namespace knowledge
