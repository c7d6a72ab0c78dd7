#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "knowledge/template.h"

namespace knowledge {

/// What safety patterns are matched against: as_words() of each clause, one after the other, with a
/// line break after each but the last. Commas do not end a clause; full stops, '?' and '!' do.
std::string as_clauses(std::string_view normalized);

/// A phrase of knowledge/safety: a template (see parse_template()) in which "..." stands for up to
/// kSafetyGapWordsMax other words of the same clause. Its pattern is over as_clauses() and matches
/// anywhere between words.
std::variant<Template, TemplateMistake> parse_safety_pattern(std::string_view text,
                                                             const PhraseLists& lists);

inline constexpr int kSafetyGapWordsMax = 4;

}  // namespace knowledge
