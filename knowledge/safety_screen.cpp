#include "knowledge/safety_screen.h"

#include <cassert>
#include <map>
#include <utility>

#include "knowledge/safety_judgement.h"
#include "knowledge/safety_pattern.h"
#include "knowledge/safety_rules.h"
#include "knowledge/safety_spans.h"

namespace knowledge {

struct SafetyScreen::Rules {
  SafetyRules content;
  SafetySpans signs;      ///< dangers and concerns: most messages have none
  SafetySpans modifiers;  ///< everything that may soften them
};

SafetyScreen::SafetyScreen() : rules_(std::make_unique<Rules>()) {}
SafetyScreen::~SafetyScreen() = default;
SafetyScreen::SafetyScreen(SafetyScreen&&) noexcept = default;
SafetyScreen& SafetyScreen::operator=(SafetyScreen&&) noexcept = default;

SafetyScreen SafetyScreen::load(const std::filesystem::path& folder, const Languages& languages,
                                Problems& problems) {
  auto rules = std::make_unique<Rules>();
  rules->content = SafetyRules::load(folder, languages, problems);
  const std::set<SafetySense> signs = {SafetySense::danger, SafetySense::concern};
  rules->signs = SafetySpans::compile(rules->content, signs, problems);
  rules->modifiers = SafetySpans::compile(
      rules->content,
      {SafetySense::idiom, SafetySense::negation, SafetySense::past, SafetySense::present,
       SafetySense::question, SafetySense::other},
      problems);
  SafetyScreen screen;
  screen.rules_ = std::move(rules);
  return screen;
}

std::optional<SafetySignal> SafetyScreen::screen(std::string_view normalized) const {
  const std::string clauses = as_clauses(normalized);
  auto spans = rules_->signs.find(clauses);
  if (spans.empty()) return std::nullopt;
  const auto modifiers = rules_->modifiers.find(clauses);
  spans.insert(spans.end(), modifiers.begin(), modifiers.end());
  return judge_safety(clauses, spans, rules_->content).signal;
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
