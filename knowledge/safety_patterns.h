#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "knowledge/problem.h"
#include "knowledge/safety_rules.h"
#include "knowledge/safety_spans.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// What patterns find in a message beside emergencies. Each may make danger likelier or less so.
struct SafetyCircumstances {
  bool mentioned = false;  ///< danger is spoken of: "overdose"
  bool softened = false;   ///< a sign of it is denied, long past or asked about
  bool idiom = false;
  bool past = false;
  bool present = false;
  bool denied = false;
  bool asked = false;
  bool cautioned = false;
  bool mourned = false;
  bool other = false;     ///< somebody else than the writer
  std::size_t words = 0;
};

/// Reads a message by the patterns of knowledge/safety. Immutable; thread-safe.
class SafetyPatterns {
 public:
  SafetyPatterns() = default;  ///< sees nothing

  /// Patterns that cannot be read are problems, and so is one that no example beside it shows, an
  /// example that is not read as what it stands for, and a benign twin read as an emergency.
  static SafetyPatterns compile(SafetyRules rules, Problems& problems);

  /// A sign of danger is an emergency, unless an idiom covers it (then it is nothing), or it is
  /// denied, long past, or asked about (then it is a concern). `normalized` from normalize().
  std::optional<SafetySignal> judge(std::string_view normalized) const;

  /// What stands around the danger that a classifier may hear; see SafetyCircumstances.
  SafetyCircumstances circumstances(std::string_view normalized) const;

  const SafetyRules& rules() const { return rules_; }

 private:
  void prove(const SafetyMeaning& meaning, std::size_t index, Problems& problems) const;

  SafetyRules rules_;
  SafetySpans signs_;      ///< dangers and concerns: most messages have none
  SafetySpans modifiers_;  ///< everything that may soften them
};

}  // namespace knowledge
