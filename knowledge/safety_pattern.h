#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "knowledge/template.h"

namespace knowledge {

/// What safety patterns are matched against: as_words() of each clause, one after the other, with a
/// line break after each but the last. Commas do not end a clause; full stops, '?' and '!' do.
std::string as_clauses(std::string_view normalized);

inline constexpr int kSafetyGapWordsMax = 4;

/// A phrase of knowledge/safety: templates (see parse_template()) with "..." between them, which
/// stands for up to kSafetyGapWordsMax other words of the same clause. Matches anywhere between the
/// words of as_clauses(), with the byte before its first word; one that begins with "^ " only where
/// a clause begins, one that ends with " $" only where it ends. RE2 syntax.
struct SafetyPattern {
  std::string whole;
  std::vector<std::string> parts;  ///< what stands between the "...", each found apart
};

/// Total: any text gives a pattern or a mistake.
std::variant<SafetyPattern, TemplateMistake> parse_safety_pattern(std::string_view text,
                                                                  const PhraseLists& lists);

}  // namespace knowledge
