#include "knowledge/safety_screen.h"

#include <cassert>
#include <map>
#include <utility>

#include "knowledge/safety_pattern.h"
#include "knowledge/safety_rules.h"
#include "knowledge/safety_spans.h"

namespace knowledge {

struct SafetyScreen::Rules {
  SafetyRules content;
  SafetySpans spans;
};

SafetyScreen::SafetyScreen() : rules_(std::make_unique<Rules>()) {}
SafetyScreen::~SafetyScreen() = default;
SafetyScreen::SafetyScreen(SafetyScreen&&) noexcept = default;
SafetyScreen& SafetyScreen::operator=(SafetyScreen&&) noexcept = default;

SafetyScreen SafetyScreen::load(const std::filesystem::path& folder, const Languages& languages,
                                Problems& problems) {
  auto rules = std::make_unique<Rules>();
  rules->content = SafetyRules::load(folder, languages, problems);
  rules->spans = SafetySpans::compile(rules->content, problems);
  SafetyScreen screen;
  screen.rules_ = std::move(rules);
  return screen;
}

std::optional<SafetySignal> SafetyScreen::screen(std::string_view normalized) const {
  const auto spans = rules_->spans.find(as_clauses(normalized));
  if (spans.empty()) return std::nullopt;
  const auto& meaning = rules_->content.meanings[spans.front().meaning];
  return SafetySignal{meaning.crisis, SafetyLevel::emergency, Endangered::self};
}

const CrisisWording& SafetyScreen::wording(std::string_view id) const {
  const auto found = rules_->content.wordings.find(std::string(id));
  assert(found != rules_->content.wordings.end());
  return found->second;
}

std::vector<std::string> SafetyScreen::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, wording] : rules_->content.wordings) ids.push_back(id);
  return ids;
}

}  // namespace knowledge
