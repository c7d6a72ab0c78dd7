#include "knowledge/safety_judge.h"

#include <algorithm>
#include <map>
#include <string>

namespace knowledge {
namespace {

/// Someone who is meant in person; a question about patients names nobody.
constexpr std::string_view kInPerson[] = {"i",  "im", "ive",  "id",  "ill", "my",   "me", "myself",
                                          "he", "hes", "she", "shes", "mi",  "mis", "yo"};

bool names_a_person(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find_first_of(" \n", at), words.size());
    const auto word = words.substr(at, end - at);
    if (std::find(std::begin(kInPerson), std::end(kInPerson), word) != std::end(kInPerson))
      return true;
    at = end + 1;
  }
  return false;
}

bool overlap(const SafetySpan& left, const SafetySpan& right) {
  return left.begin < right.end && right.begin < left.end;
}

bool contains(const SafetySpan& whole, const SafetySpan& part) {
  return whole.begin <= part.begin && part.end <= whole.end;
}

bool begins_with_no(std::string_view words) {
  for (const std::string_view no : {"not ", "no ", "never ", "nobody ", "nadie ", "nunca "})
    if (words.starts_with(no)) return true;
  return false;
}

bool names_the_writer(std::string_view words) {
  const std::string padded = " " + std::string(words);
  for (const char* word : {" i ", " im ", " ive ", " my ", " me ", " myself ", " mi ", " yo "})
    if (padded.find(word) != std::string::npos) return true;
  return false;
}

}  // namespace

SafetyJudge::SafetyJudge(std::string_view clauses, const std::vector<SafetySpan>& spans,
                         const SafetyRules& rules)
    : clauses_(clauses), rules_(rules) {
  for (const auto& span : spans) by_sense_[meaning(span).sense].push_back(span);
}

std::optional<SafetySignal> SafetyJudge::signal() const {
  std::map<std::string, std::size_t> weights;  // bytes that speak of each crisis
  std::vector<SafetySpan> emergencies;
  std::optional<std::string> concern;
  for (const auto& sign : of(SafetySense::danger)) {
    if (is_idiom(sign)) continue;
    const auto& crisis = meaning(sign).crisis;
    if (is_softened(sign)) {
      if (!concern) concern = crisis;
      continue;
    }
    emergencies.push_back(sign);
    weights[crisis] += sign.end - sign.begin;
  }
  if (!emergencies.empty()) {
    const auto heaviest = std::max_element(
        weights.begin(), weights.end(),
        [](const auto& left, const auto& right) { return left.second < right.second; });
    return SafetySignal{heaviest->first, SafetyLevel::emergency,
                        who(emergencies, heaviest->first)};
  }
  for (const auto& mention : of(SafetySense::concern))
    if (!concern && !is_idiom(mention)) concern = meaning(mention).crisis;
  if (!concern) return std::nullopt;
  return SafetySignal{*concern, SafetyLevel::concern, who({}, *concern)};
}

template <typename Test>
bool SafetyJudge::any(SafetySense sense, Test test) const {
  const auto& spans = of(sense);
  return std::any_of(spans.begin(), spans.end(), test);
}

bool SafetyJudge::has(SafetySense sense) const {
  return any(sense, [this](const auto& span) { return !is_idiom(span); });
}

bool SafetyJudge::has_past() const {
  return any(SafetySense::past, [this](const auto& span) { return !is_age(span); });
}

const std::vector<SafetySpan>& SafetyJudge::of(SafetySense sense) const {
  static const std::vector<SafetySpan> none;
  const auto found = by_sense_.find(sense);
  return found == by_sense_.end() ? none : found->second;
}

std::string_view SafetyJudge::clause(const SafetySpan& span) const {
  const auto before = clauses_.rfind('\n', span.begin);
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  return clauses_.substr(begin, std::min(clauses_.find('\n', begin), clauses_.size()) - begin);
}

bool SafetyJudge::same_clause(const SafetySpan& left, const SafetySpan& right) const {
  return clause(left).data() == clause(right).data();
}

/// An idiom inside a sign is only a part of what is said ("what I took is going to kill me").
bool SafetyJudge::is_idiom(const SafetySpan& sign) const {
  return any(SafetySense::idiom, [&](const auto& span) {
    return overlap(span, sign) && (contains(span, sign) || !contains(sign, span));
  });
}

bool SafetyJudge::is_emphasis(const SafetySpan& negation) const {
  return any(SafetySense::emphasis, [&](const auto& span) { return overlap(span, negation); });
}

/// "3 years old" dates nothing.
bool SafetyJudge::is_age(const SafetySpan& past) const {
  return any(SafetySense::emphasis, [&](const auto& span) { return contains(span, past); });
}

/// Softened itself, or a part of a longer stretch that is ("tried to *kill myself* in 2009").
bool SafetyJudge::is_softened(const SafetySpan& sign) const {
  return softens(sign) ||
         any(SafetySense::concern, [&](const auto& span) {
           return contains(span, sign) && !(meaning(sign).now && contains(sign, span));
         }) ||
         any(SafetySense::danger, [&](const auto& span) {
           return contains(span, sign) && !contains(sign, span) && softens(span);
         });
}

bool SafetyJudge::softens(const SafetySpan& sign) const {
  const bool says_no = begins_with_no(clauses_.substr(sign.begin, sign.end - sign.begin));
  const bool denied = any(SafetySense::negation, [&](const auto& span) {
    // The "not" of "she is not breathing" is a part of the sign and denies nothing.
    const bool touches = says_no ? span.end == sign.begin : span.end >= sign.begin;
    return span.begin < sign.begin && touches && !is_emphasis(span);
  });
  if (denied) return true;
  if (any(SafetySense::present, [&](const auto& span) { return same_clause(span, sign); }))
    return false;
  const bool asked = any(SafetySense::question, [&](const auto& span) {
    return same_clause(span, sign) && span.begin < sign.begin &&
           !names_a_person(clauses_.substr(span.begin, sign.end - span.begin));
  });
  if (asked) return true;
  return !meaning(sign).now && any(SafetySense::past, [&](const auto& span) {
    return same_clause(span, sign) && !is_age(span);
  });
}

/// The longest sign says it, or names the writer, or leaves it to the rest of the message.
Endangered SafetyJudge::who(const std::vector<SafetySpan>& signs,
                            const std::string& crisis) const {
  const SafetySpan* longest = nullptr;
  for (const auto& sign : signs)
    if (meaning(sign).crisis == crisis &&
        (!longest || sign.end - sign.begin > longest->end - longest->begin))
      longest = &sign;
  if (longest && meaning(*longest).who) return *meaning(*longest).who;
  if (longest && names_the_writer(clauses_.substr(longest->begin, longest->end - longest->begin)))
    return Endangered::self;
  return of(SafetySense::other).empty() ? Endangered::self : Endangered::other;
}

}  // namespace knowledge
