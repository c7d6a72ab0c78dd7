#include "knowledge/safety_patterns.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "knowledge/normalize.h"
#include "knowledge/safety_judge.h"
#include "knowledge/safety_pattern.h"

namespace knowledge {
namespace {

bool is_emergency(const std::optional<SafetySignal>& signal) {
  return signal && signal->level == SafetyLevel::emergency;
}

}  // namespace

SafetyPatterns SafetyPatterns::compile(SafetyRules rules, Problems& problems) {
  SafetyPatterns patterns;
  patterns.rules_ = std::move(rules);
  patterns.signs_ = SafetySpans::compile(patterns.rules_,
                                         {SafetySense::danger, SafetySense::concern}, problems);
  patterns.modifiers_ = SafetySpans::compile(
      patterns.rules_,
      {SafetySense::idiom, SafetySense::negation, SafetySense::emphasis, SafetySense::past,
       SafetySense::present, SafetySense::question, SafetySense::caution, SafetySense::grief,
       SafetySense::other},
      problems);
  const auto& meanings = patterns.rules_.meanings;
  for (std::size_t i = 0; i < meanings.size(); ++i) patterns.prove(meanings[i], i, problems);
  return patterns;
}

std::optional<SafetySignal> SafetyPatterns::judge(std::string_view normalized) const {
  const std::string clauses = as_clauses(normalized);
  auto spans = signs_.find(clauses);
  if (spans.empty()) return std::nullopt;
  const auto modifiers = modifiers_.find(clauses);
  spans.insert(spans.end(), modifiers.begin(), modifiers.end());
  return SafetyJudge(clauses, spans, rules_).signal();
}

SafetyCircumstances SafetyPatterns::circumstances(std::string_view normalized) const {
  const std::string clauses = as_clauses(normalized);
  auto spans = signs_.find(clauses);
  const auto modifiers = modifiers_.find(clauses);
  spans.insert(spans.end(), modifiers.begin(), modifiers.end());
  const SafetyJudge judge(clauses, spans, rules_);
  const auto stands = [&](SafetySense sense) {
    return std::any_of(spans.begin(), spans.end(), [&](const SafetySpan& span) {
      return rules_.meanings[span.meaning].sense == sense;
    });
  };
  return {.mentioned = judge.has(SafetySense::concern),
          .softened = judge.has(SafetySense::danger),
          .idiom = stands(SafetySense::idiom),
          .past = judge.has_past(),
          .present = stands(SafetySense::present),
          .denied = stands(SafetySense::negation),
          .asked = stands(SafetySense::question),
          .cautioned = stands(SafetySense::caution),
          .mourned = stands(SafetySense::grief),
          .other = stands(SafetySense::other),
          // Every word has a space after it.
          .words = static_cast<std::size_t>(std::count(clauses.begin(), clauses.end(), ' '))};
}

void SafetyPatterns::prove(const SafetyMeaning& meaning, std::size_t index,
                           Problems& problems) const {
  const auto complain = [&](std::string what) {
    problems.push_back({meaning.file, meaning.line, std::move(what)});
  };
  const bool is_sign =
      meaning.sense == SafetySense::danger || meaning.sense == SafetySense::concern;
  std::set<std::size_t> shown;
  for (const auto& example : meaning.examples) {
    const std::string normalized = normalize(example);
    bool found = false;
    for (const auto& span : (is_sign ? signs_ : modifiers_).find(as_clauses(normalized)))
      if (span.meaning == index) {
        shown.insert(span.pattern);
        found = true;
      }
    if (!found)
      complain("the example '" + example + "' is matched by no pattern beside it: correct one");
    else if (meaning.sense == SafetySense::danger && !is_emergency(judge(normalized)))
      complain("the example '" + example + "' is not read as an emergency: something softens it");
  }
  for (std::size_t i = 0; i < meaning.patterns.size(); ++i)
    if (!shown.contains(i))
      complain("no example shows the pattern '" + meaning.patterns[i] + "': write one");
  for (const auto& line : meaning.benign)
    if (is_emergency(judge(normalize(line))))
      complain("the benign line '" + line + "' is read as an emergency: narrow a pattern, or " +
               "write an idiom");
}

}  // namespace knowledge
