#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "knowledge/problem.h"
#include "knowledge/safety_rules.h"

namespace knowledge {

/// A stretch of a message that has a meaning.
struct SafetySpan {
  std::size_t meaning = 0;  ///< index into SafetyRules::meanings
  std::size_t begin = 0;    ///< bytes into the clauses
  std::size_t end = 0;
};

/// Finds every stretch of a message that has one of the meanings: one automaton over all patterns
/// says which of them occur, and only those are then searched for. Immutable; thread-safe.
class SafetySpans {
 public:
  SafetySpans();  ///< finds nothing
  ~SafetySpans();
  SafetySpans(SafetySpans&&) noexcept;
  SafetySpans& operator=(SafetySpans&&) noexcept;

  /// Of the meanings whose sense is among `senses`. Patterns that cannot be read are problems.
  static SafetySpans compile(const SafetyRules& rules, const std::set<SafetySense>& senses,
                             Problems& problems);

  /// `clauses` as as_clauses() gives them. In the order of the patterns, then of the text.
  std::vector<SafetySpan> find(std::string_view clauses) const;

 private:
  struct Automaton;
  std::unique_ptr<const Automaton> automaton_;
};

}  // namespace knowledge
