#include "knowledge/safety_pattern.h"

#include <utility>

namespace knowledge {
namespace {

constexpr std::string_view kGapMark = "...";
constexpr std::string_view kClauseEnds = ".?!";

const std::string& gap_pattern() {
  static const std::string pattern =
      "(?:[^ \\n]+ ){0," + std::to_string(kSafetyGapWordsMax) + "}";
  return pattern;
}

}  // namespace

std::string as_clauses(std::string_view normalized) {
  std::string clauses;
  clauses.reserve(normalized.size() + 8);
  for (std::size_t at = 0; at < normalized.size();) {
    // A mark inside a word ("3.5", "a.m") ends nothing.
    std::size_t end = normalized.find_first_of(kClauseEnds, at);
    while (end != std::string_view::npos && end + 1 < normalized.size() &&
           normalized[end + 1] != ' ' && kClauseEnds.find(normalized[end + 1]) == std::string_view::npos)
      end = normalized.find_first_of(kClauseEnds, end + 1);
    if (end == std::string_view::npos) end = normalized.size();
    const std::string words = as_words(normalized.substr(at, end - at));
    if (!words.empty()) clauses += (clauses.empty() ? "" : "\n") + words;
    at = end + 1;
  }
  return clauses;
}

std::variant<Template, TemplateMistake> parse_safety_pattern(std::string_view text,
                                                             const PhraseLists& lists) {
  Template whole{"(?:^|[ \\n])", {""}};
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(kGapMark, at), text.size());
    auto parsed = parse_template(text.substr(at, end - at), lists);
    if (auto* mistake = std::get_if<TemplateMistake>(&parsed)) return std::move(*mistake);
    auto& part = std::get<Template>(parsed);
    whole.pattern += (at == 0 ? "" : gap_pattern()) + part.pattern;
    for (auto& example : whole.examples) example += part.examples.front();
    at = end + kGapMark.size();
    if (end == text.size()) break;
  }
  return whole;
}

}  // namespace knowledge
