#include "knowledge/safety_pattern.h"

#include <algorithm>
#include <utility>

namespace knowledge {
namespace {

constexpr std::string_view kGapMark = "...";
constexpr const char* kBeforeWord = "(?:^|[ \\n])";
constexpr std::string_view kClauseBeginMark = "^ ", kClauseEndMark = " $";
constexpr const char* kClauseBegin = "(?:^|\\n)";
constexpr const char* kClauseEnd = "(?:\\n|$)";
constexpr std::string_view kClauseEnds = ".?!";
constexpr std::size_t kSpacedLettersMin = 3;  ///< "k i l l" is a word; "i a" is not

bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

/// The letter that a sign stands for inside a word ("k1ll", "d!e"); itself where it is none.
char letter_behind(char byte) {
  switch (byte) {
    case '0': return 'o';
    case '1': case '!': return 'i';
    case '3': return 'e';
    case '4': case '@': return 'a';
    case '5': case '$': return 's';
    default: return byte;
  }
}

/// Signs between two letters made letters, and whatever is no ASCII (emoji) a space.
std::string undisguised(std::string_view normalized) {
  std::string text(normalized);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) >= 0x80) text[i] = ' ';
    else if (i > 0 && i + 1 < text.size() && is_letter(text[i - 1]) && is_letter(normalized[i + 1]))
      text[i] = letter_behind(text[i]);
  }
  return text;
}

/// The words with single letters in a row joined; an "i" before them stays a word of its own.
std::string with_spaced_letters_joined(const std::string& words) {
  std::string joined;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = at;
    while (end + 1 < words.size() && is_letter(words[end]) && words[end + 1] == ' ') end += 2;
    std::size_t letters = (end - at) / 2;
    if (letters > kSpacedLettersMin && words[at] == 'i') {
      joined += "i ";
      at += 2;
      --letters;
    }
    if (letters >= kSpacedLettersMin) {
      for (; at < end; at += 2) joined += words[at];
      joined += ' ';
      continue;
    }
    end = words.find(' ', at) + 1;  // every word has a space after it
    joined.append(words, at, end - at);
    at = end;
  }
  return joined;
}

const std::string& gap_pattern() {
  static const std::string pattern =
      "(?:[^ \\n]+ ){0," + std::to_string(kSafetyGapWordsMax) + "}";
  return pattern;
}

/// Where the clause that begins at `at` ends. A mark inside a word ("3.5", "a.m") ends nothing.
std::size_t clause_end(std::string_view text, std::size_t at) {
  for (;; ++at) {
    at = text.find_first_of(kClauseEnds, at);
    if (at == std::string_view::npos) return text.size();
    if (at + 1 >= text.size() || text[at + 1] == ' ' ||
        kClauseEnds.find(text[at + 1]) != std::string_view::npos)
      return at;
  }
}

}  // namespace

std::string as_clauses(std::string_view normalized) {
  const std::string text = undisguised(normalized);
  std::string clauses;
  clauses.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size();) {
    const auto end = clause_end(text, at);
    const auto words =
        with_spaced_letters_joined(as_words(std::string_view(text).substr(at, end - at)));
    if (!words.empty()) clauses += (clauses.empty() ? "" : "\n") + words;
    at = end + 1;
  }
  return clauses;
}

std::variant<SafetyPattern, TemplateMistake> parse_safety_pattern(std::string_view text,
                                                                  const PhraseLists& lists) {
  const bool at_begin = text.starts_with(kClauseBeginMark), at_end = text.ends_with(kClauseEndMark);
  if (at_begin) text.remove_prefix(kClauseBeginMark.size());
  if (at_end) text.remove_suffix(kClauseEndMark.size());
  SafetyPattern pattern{at_begin ? kClauseBegin : kBeforeWord, {}};
  for (std::size_t at = 0;;) {
    const auto end = std::min(text.find(kGapMark, at), text.size());
    auto parsed = parse_template(text.substr(at, end - at), lists);
    if (auto* mistake = std::get_if<TemplateMistake>(&parsed)) return std::move(*mistake);
    const auto& part = std::get<Template>(parsed).pattern;
    pattern.whole += (at == 0 ? "" : gap_pattern()) + part;
    pattern.parts.push_back(kBeforeWord + part);
    if (end == text.size()) break;
    at = end + kGapMark.size();
  }
  if (at_end) pattern.whole += kClauseEnd;
  return pattern;
}

}  // namespace knowledge
