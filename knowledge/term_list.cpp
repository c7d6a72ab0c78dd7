#include "knowledge/term_list.h"

#include <algorithm>

#include "knowledge/normalize.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

constexpr std::size_t kFoldedLettersMin = 4;

/// The words between single spaces, with one at both ends, so that a phrase is found by find().
/// A plural's "s" is dropped on both sides of every comparison.
std::string words_of(std::string_view text) {
  std::string words = " ";
  std::size_t start = words.size();
  const auto end_word = [&] {
    const std::size_t letters = words.size() - start;
    if (letters >= kFoldedLettersMin && words.ends_with('s') && !words.ends_with("ss"))
      words.pop_back();
    if (letters > 0) words += ' ';
    start = words.size();
  };
  for (const char c : normalize(text)) {
    const bool in_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (in_word) words += c;
    else end_word();
  }
  end_word();
  return words;
}

bool any_in(const std::vector<std::string>& phrases, const std::string& words) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return words.find(phrase) != std::string::npos;
  });
}

std::map<Language, std::vector<std::string>> read_phrases(YamlMap& map, std::string_view key,
                                                          const Languages& languages) {
  auto phrases = map.localized_texts(key, languages);
  for (auto& [language, list] : phrases)
    for (auto& phrase : list) phrase = words_of(phrase);
  return phrases;
}

}  // namespace

TermList TermList::load(const std::filesystem::path& file, const std::filesystem::path& root,
                        const Languages& languages, Problems& problems) {
  TermList list;
  YamlMap map = YamlMap::read_file(file, root, problems);
  for (auto& number : map.texts("public_numbers")) list.public_numbers_.insert(std::move(number));
  list.offers_ = read_phrases(map, "offers", languages);
  list.hedges_ = read_phrases(map, "hedges", languages);
  list.denials_ = read_phrases(map, "denials", languages);
  YamlMap terms = map.map("terms");
  std::map<std::string, std::string> term_of_words;
  for (const auto& id : terms.keys()) {
    auto& synonyms = list.synonyms_[id];
    std::set<std::string> own;
    for (const auto& [language, texts] : terms.localized_texts(id, languages)) {
      for (const auto& text : texts) {
        const std::string words = words_of(text);
        const auto [other, added] = term_of_words.emplace(words, id);
        if (!added && other->second != id)
          terms.problem(
              "'" + text + "' is a synonym of '" + other->second + "' too: keep it under one term",
              id);
        if (own.insert(words).second) synonyms.push_back({words, text});
      }
    }
    std::stable_sort(synonyms.begin(), synonyms.end(), [](const auto& left, const auto& right) {
      return left.words.size() > right.words.size();
    });
  }
  map.finish();
  return list;
}

std::vector<TermList::Mention> TermList::mentions(std::string_view text) const {
  const std::string words = words_of(text);
  std::vector<Mention> found;
  for (const auto& [id, synonyms] : synonyms_) {
    const auto match = std::find_if(synonyms.begin(), synonyms.end(), [&](const Synonym& synonym) {
      return words.find(synonym.words) != std::string::npos;
    });
    if (match != synonyms.end()) found.push_back({id, match->shown});
  }
  return found;
}

bool TermList::promises(std::string_view sentence, const Language& language) const {
  const std::string words = words_of(sentence);
  const auto offers = offers_.find(language);
  const auto hedges = hedges_.find(language);
  return offers != offers_.end() && any_in(offers->second, words) &&
         (hedges == hedges_.end() || !any_in(hedges->second, words));
}

bool TermList::denies(std::string_view sentence, const Language& language) const {
  const auto denials = denials_.find(language);
  return denials != denials_.end() && any_in(denials->second, words_of(sentence));
}

}  // namespace knowledge
