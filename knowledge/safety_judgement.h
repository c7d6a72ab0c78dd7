#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/safety_rules.h"
#include "knowledge/safety_spans.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// What the stretches of a message that have a meaning come to together.
struct SafetyJudgement {
  std::optional<SafetySignal> signal;
  bool softened = false;  ///< something in it denies, dates or jokes: no ground to look further
  Endangered named = Endangered::self;  ///< who the message is about, where no sign says it
};

/// A sign of danger is an emergency unless an idiom covers it (then it is nothing), or it is denied,
/// long past, or asked about (then it is a concern). `clauses` as as_clauses() gives them, `spans`
/// what SafetySpans finds in them by `rules`.
SafetyJudgement judge_safety(std::string_view clauses, const std::vector<SafetySpan>& spans,
                             const SafetyRules& rules);

}  // namespace knowledge
