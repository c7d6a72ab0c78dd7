#include "knowledge/safety_judgement.h"

#include <algorithm>
#include <map>
#include <set>
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

/// Reads the spans of one message together.
class Judge {
 public:
  Judge(std::string_view clauses, const std::vector<SafetySpan>& spans, const SafetyRules& rules)
      : clauses_(clauses), rules_(rules) {
    for (const auto& span : spans) by_sense_[meaning(span).sense].push_back(span);
  }

  SafetyJudgement judge() {
    SafetyJudgement judgement;
    std::map<std::string, std::size_t> weights;  // bytes that speak of each crisis
    std::vector<SafetySpan> emergencies;
    for (const auto& sign : of(SafetySense::danger)) {
      if (is_idiom(sign)) continue;
      if (is_softened(sign)) {
        if (!concern_) concern_ = meaning(sign).crisis;
        continue;
      }
      emergencies.push_back(sign);
      weights[meaning(sign).crisis] += sign.end - sign.begin;
    }
    judgement.named = of(SafetySense::other).empty() ? Endangered::self : Endangered::other;
    if (!emergencies.empty()) {
      const auto heaviest =
          std::max_element(weights.begin(), weights.end(), [](const auto& left, const auto& right) {
            return left.second < right.second;
          });
      judgement.signal = SafetySignal{heaviest->first, SafetyLevel::emergency,
                                      who_of(emergencies, heaviest->first)};
      return judgement;
    }
    for (const auto& mention : of(SafetySense::concern))
      if (!concern_ && !is_idiom(mention)) concern_ = meaning(mention).crisis;
    if (concern_) judgement.signal = SafetySignal{*concern_, SafetyLevel::concern, judgement.named};
    judgement.softened = concern_ || !of(SafetySense::idiom).empty();
    return judgement;
  }

 private:
  const SafetyMeaning& meaning(const SafetySpan& span) const {
    return rules_.meanings[span.meaning];
  }

  const std::vector<SafetySpan>& of(SafetySense sense) { return by_sense_[sense]; }

  std::string_view clause(const SafetySpan& span) const {
    const auto before = clauses_.rfind('\n', span.begin);
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    return clauses_.substr(begin, std::min(clauses_.find('\n', begin), clauses_.size()) - begin);
  }

  bool same_clause(const SafetySpan& left, const SafetySpan& right) const {
    return clause(left).data() == clause(right).data();
  }

  template <typename Test>
  bool any(SafetySense sense, Test test) {
    const auto& spans = of(sense);
    return std::any_of(spans.begin(), spans.end(), test);
  }

  /// An idiom inside a sign is only a part of what is said ("what I took is going to kill me").
  bool is_idiom(const SafetySpan& sign) {
    return any(SafetySense::idiom, [&](const auto& span) {
      return overlap(span, sign) && (contains(span, sign) || !contains(sign, span));
    });
  }

  /// Softened itself, or a part of a longer stretch that is ("tried to *kill myself* in 2009").
  bool is_softened(const SafetySpan& sign) {
    return softens(sign) ||
           any(SafetySense::concern, [&](const auto& span) { return contains(span, sign); }) ||
           any(SafetySense::danger, [&](const auto& span) {
             return contains(span, sign) && !contains(sign, span) && softens(span);
           });
  }

  bool softens(const SafetySpan& sign) {
    const bool denied = any(SafetySense::negation, [&](const auto& span) {
      return span.begin < sign.begin && span.end >= sign.begin;
    });
    if (denied) return true;
    const bool now = any(SafetySense::present,
                         [&](const auto& span) { return same_clause(span, sign); });
    if (now) return false;
    const bool asked = any(SafetySense::question, [&](const auto& span) {
      return same_clause(span, sign) && span.begin < sign.begin &&
             !names_a_person(clauses_.substr(span.begin, sign.end - span.begin));
    });
    if (asked) return true;
    return !meaning(sign).now &&
           any(SafetySense::past, [&](const auto& span) { return same_clause(span, sign); });
  }

  Endangered who_of(const std::vector<SafetySpan>& signs, const std::string& crisis) {
    for (const auto& sign : signs)
      if (meaning(sign).crisis == crisis && meaning(sign).who) return *meaning(sign).who;
    for (const auto& sign : signs)
      if (meaning(sign).crisis == crisis &&
          names_a_writer(clauses_.substr(sign.begin, sign.end - sign.begin)))
        return Endangered::self;
    return of(SafetySense::other).empty() ? Endangered::self : Endangered::other;
  }

  static bool names_a_writer(std::string_view words) {
    const std::string padded = " " + std::string(words);
    for (const char* word : {" i ", " im ", " ive ", " my ", " me ", " myself ", " mi ", " yo "})
      if (padded.find(word) != std::string::npos) return true;
    return false;
  }

  const std::string_view clauses_;
  const SafetyRules& rules_;
  std::map<SafetySense, std::vector<SafetySpan>> by_sense_;
  std::optional<std::string> concern_;
};

}  // namespace

SafetyJudgement judge_safety(std::string_view clauses, const std::vector<SafetySpan>& spans,
                             const SafetyRules& rules) {
  return Judge(clauses, spans, rules).judge();
}

}  // namespace knowledge
