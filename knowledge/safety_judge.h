#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/safety_rules.h"
#include "knowledge/safety_spans.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// Reads together all stretches of one message that have a meaning. What it is given outlives it.
class SafetyJudge {
 public:
  /// `clauses` as as_clauses() gives them, `spans` what SafetySpans finds in them by `rules`.
  SafetyJudge(std::string_view clauses, const std::vector<SafetySpan>& spans,
              const SafetyRules& rules);

  std::optional<SafetySignal> signal() const;

  /// Whether something of that sense stands there that is no part of an idiom.
  bool has(SafetySense sense) const;
  /// Whether something is told of years ago; an age is not.
  bool has_past() const;

 private:
  const SafetyMeaning& meaning(const SafetySpan& span) const {
    return rules_.meanings[span.meaning];
  }
  const std::vector<SafetySpan>& of(SafetySense sense) const;
  std::string_view clause(const SafetySpan& span) const;
  bool same_clause(const SafetySpan& left, const SafetySpan& right) const;
  bool is_idiom(const SafetySpan& sign) const;
  bool is_emphasis(const SafetySpan& negation) const;
  bool is_age(const SafetySpan& past) const;
  bool is_softened(const SafetySpan& sign) const;
  bool softens(const SafetySpan& sign) const;
  Endangered who(const std::vector<SafetySpan>& signs, const std::string& crisis) const;

  template <typename Test>
  bool any(SafetySense sense, Test test) const;

  const std::string_view clauses_;
  const SafetyRules& rules_;
  std::map<SafetySense, std::vector<SafetySpan>> by_sense_;
};

}  // namespace knowledge
