#include "dialogs/slots/vocabulary.h"

#include <algorithm>
#include <cassert>
#include <sstream>

namespace dialogs {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kPhraseWordsMax = 8;

Words words_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  Words words;
  for (std::string word; stream >> word;) words.push_back(std::move(word));
  return words;
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t end; (end = text.find(separator)) != text.npos; text.remove_prefix(end + 1))
    parts.push_back(text.substr(0, end));
  parts.push_back(text);
  return parts;
}

/// Each of `phrases`, followed by each of `choices`.
std::vector<Words> extended(const std::vector<Words>& phrases, const std::vector<Words>& choices) {
  std::vector<Words> longer;
  for (const Words& phrase : phrases)
    for (const Words& choice : choices) {
      longer.push_back(phrase);
      longer.back().insert(longer.back().end(), choice.begin(), choice.end());
    }
  return longer;
}

std::vector<Words> expanded(std::string_view phrase) {
  std::vector<Words> all = {{}};
  while (!phrase.empty()) {
    const std::size_t open = std::min(phrase.find_first_of("(["), phrase.size());
    all = extended(all, {words_of(phrase.substr(0, open))});
    phrase.remove_prefix(open);
    if (phrase.empty()) break;
    const bool is_option = phrase.front() == '[';
    const std::size_t close = phrase.find(is_option ? ']' : ')');
    assert(close != phrase.npos);
    std::vector<Words> choices;
    if (is_option) choices.emplace_back();
    for (const auto choice : parts_of(phrase.substr(1, close - 1), '|'))
      choices.push_back(words_of(choice));
    all = extended(all, choices);
    phrase.remove_prefix(close + 1);
  }
  return all;
}

}  // namespace

std::vector<Words> phrases_of(std::string_view list) {
  std::vector<Words> phrases;
  for (const auto part : parts_of(list, ';'))
    for (Words& words : expanded(part)) {
      if (words.empty()) continue;
      phrases.push_back(std::move(words));
    }
  return phrases;
}

bool Phrases::stand_in(const Tokens& tokens) const {
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (begin_at(tokens, at)) return true;
  return false;
}

bool Phrases::end_before(const Tokens& tokens, std::size_t at) const {
  for (std::size_t back = 1; back <= std::min(at, kPhraseWordsMax); ++back)
    if (after(tokens, at - back) == at) return true;
  return false;
}

}  // namespace dialogs
