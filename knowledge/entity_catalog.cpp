#include "knowledge/entity_catalog.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "knowledge/content_file.h"
#include "knowledge/normalize.h"
#include "knowledge/template.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

struct Synonym {
  std::string words;  ///< as as_words() gives them
  std::size_t entry = 0;
};

/// A word of a text as the catalog compares it, and where it stands.
struct Word {
  std::string form;  ///< as as_words() gives it: may be several words, each with its space
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/// Parts at white space and at ASCII punctuation inside words ("anxiety/depression").
std::vector<Word> words_of(std::string_view text) {
  constexpr std::string_view kParting = ".,;:!?/()[]\"|";
  const auto parts = [&](char byte) {
    return is_space(byte) || kParting.find(byte) != std::string_view::npos;
  };
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && parts(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !parts(text[at])) ++at;
    if (begin == at) break;
    std::string word = normalize(text.substr(begin, at - begin));
    if (word.ends_with("'s")) word.resize(word.size() - 2);  // "my wife's": the wife
    std::string form = as_words(word);
    if (!form.empty()) words.push_back({std::move(form), begin, at});
  }
  return words;
}

}  // namespace

struct EntityCatalog::Index {
  std::vector<EntityEntry> entries;
  /// By the first word; the longest synonym first.
  std::unordered_map<std::string, std::vector<Synonym>> by_first_word;

  /// A synonym of two entries, or one without a word, is a problem of `yaml`.
  void add_synonym(const std::string& text, std::size_t entry, YamlMap& yaml) {
    const std::string words = as_words(normalize(text));
    const Synonym* other = words.empty() ? nullptr : synonym(words);
    if (words.empty()) {
      yaml.problem("'" + text + "' holds no word: remove it", "synonyms");
    } else if (other == nullptr) {
      add(words, entry);
    } else if (other->entry != entry) {
      const EntityEntry& owner = entries[other->entry];
      yaml.problem("'" + text + "' is a synonym of " + owner.kind + " " + owner.id +
                       " too: keep it in one of them",
                   "synonyms");
    }
  }

  void add(const std::string& words, std::size_t entry) {
    auto& list = by_first_word[words.substr(0, words.find(' '))];
    list.push_back({words, entry});
    std::stable_sort(list.begin(), list.end(), [](const auto& left, const auto& right) {
      return left.words.size() > right.words.size();
    });
  }

  const Synonym* synonym(const std::string& words) const {
    const auto list = by_first_word.find(words.substr(0, words.find(' ')));
    if (list == by_first_word.end()) return nullptr;
    for (const auto& synonym : list->second)
      if (synonym.words == words) return &synonym;
    return nullptr;
  }
};

EntityCatalog::EntityCatalog() : index_(std::make_shared<Index>()) {}

EntityCatalog EntityCatalog::load(const std::filesystem::path& folder, const Languages& languages,
                                  Problems& problems) {
  const auto root = folder.parent_path();
  auto index = std::make_shared<Index>();
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(folder))
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    YamlMap yaml = YamlMap::read_file(file, root, problems);
    const std::string kind = yaml.text("kind");
    if (kind != file.stem().string())
      yaml.problem("'" + kind + "' is not the file's name: call the file " + kind + ".yaml",
                   "kind");
    const bool claims_nothing = yaml.flag_or("claims_nothing", false);
    for (YamlMap& entry : yaml.maps("entries")) {
      const std::size_t number = index->entries.size();
      index->entries.push_back(
          {kind, entry.text("id"), entry.localized("name", languages), claims_nothing});
      for (const auto& [language, synonyms] : entry.localized_texts("synonyms", languages))
        for (const auto& text : synonyms) index->add_synonym(text, number, entry);
      entry.finish();
    }
    yaml.finish();
  }
  EntityCatalog catalog;
  catalog.index_ = std::move(index);
  return catalog;
}

std::vector<Entity> EntityCatalog::find(std::string_view text) const {
  std::vector<Entity> found;
  const auto words = words_of(text);
  std::string rest;
  for (std::size_t at = 0; at < words.size();) {
    const auto list =
        index_->by_first_word.find(words[at].form.substr(0, words[at].form.find(' ')));
    std::size_t next = at + 1;
    if (list != index_->by_first_word.end())
      for (const Synonym& synonym : list->second) {
        rest.clear();
        std::size_t end = at;
        while (end < words.size() && rest.size() < synonym.words.size()) rest += words[end++].form;
        if (rest != synonym.words) continue;
        const auto& entry = index_->entries[synonym.entry];
        found.push_back({entry.kind, entry.id, words[at].begin, words[end - 1].end});
        next = end;
        break;
      }
    at = next;
  }
  return found;
}

const EntityEntry* EntityCatalog::entry(std::string_view kind, std::string_view id) const {
  for (const auto& entry : index_->entries)
    if (entry.kind == kind && entry.id == id) return &entry;
  return nullptr;
}

std::vector<EntityEntry> EntityCatalog::entries_of(std::string_view kind) const {
  std::vector<EntityEntry> entries;
  for (const auto& entry : index_->entries)
    if (entry.kind == kind) entries.push_back(entry);
  return entries;
}

PhraseLists EntityCatalog::phrase_lists() const {
  PhraseLists lists;
  for (const auto& [first, synonyms] : index_->by_first_word)
    for (const auto& synonym : synonyms)
      lists[index_->entries[synonym.entry].kind].push_back(synonym.words);
  for (auto& [kind, phrases] : lists) std::sort(phrases.begin(), phrases.end());
  return lists;
}

}  // namespace knowledge
