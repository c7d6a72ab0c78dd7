#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dialogs/slots/token.h"

namespace dialogs {

/// The phrases that a list stands for, each as Token forms. Phrases are parted by ";", words by
/// spaces; "(a|b c)" is a choice and "[a|b]" a choice that may be left out, neither inside another:
/// "despues (de|del) [las|la]; pasando las". An ill-formed list is a bug (assert).
std::vector<std::vector<std::string>> phrases_of(std::string_view list);

/// Phrases and what each means, for the readers' word lists. Immutable; thread-safe.
template <class Meaning>
class Vocabulary {
 public:
  struct Entry {
    std::string_view phrases;  ///< as phrases_of() takes them
    Meaning meaning;
  };
  struct Match {
    const Meaning& meaning;
    std::size_t next;  ///< the token after the phrase
  };

  Vocabulary(std::initializer_list<Entry> entries)
      : Vocabulary(std::span<const Entry>(entries.begin(), entries.size())) {}
  explicit Vocabulary(std::span<const Entry> entries) {
    for (const Entry& entry : entries)
      for (auto& words : phrases_of(entry.phrases)) {
        const std::string first = words.front();
        by_first_word_[first].emplace_back(std::move(words), entry.meaning);
      }
  }

  /// The longest phrase that begins at token `at`; of two alike, the first listed.
  std::optional<Match> at(const Tokens& tokens, std::size_t at) const {
    if (at >= tokens.size()) return std::nullopt;
    const auto found = by_first_word_.find(tokens[at].form);
    if (found == by_first_word_.end()) return std::nullopt;
    const std::pair<std::vector<std::string>, Meaning>* longest = nullptr;
    for (const auto& phrase : found->second)
      if ((!longest || phrase.first.size() > longest->first.size()) &&
          stand_at(phrase.first, tokens, at))
        longest = &phrase;
    if (!longest) return std::nullopt;
    return Match{longest->second, at + longest->first.size()};
  }

 private:
  static bool stand_at(const std::vector<std::string>& words, const Tokens& tokens,
                       std::size_t at) {
    if (at + words.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (tokens[at + i].form != words[i]) return false;
    return true;
  }

  std::unordered_map<std::string, std::vector<std::pair<std::vector<std::string>, Meaning>>>
      by_first_word_;
};

/// Phrases that all mean the same. Immutable; thread-safe.
class Phrases {
 public:
  explicit Phrases(std::string_view list) : phrases_({{list, true}}) {}

  /// The token after the longest phrase that begins at `at`; 0 where none does.
  std::size_t after(const Tokens& tokens, std::size_t at) const {
    const auto match = phrases_.at(tokens, at);
    return match ? match->next : 0;
  }
  bool begin_at(const Tokens& tokens, std::size_t at) const { return after(tokens, at) != 0; }
  bool stand_in(const Tokens& tokens) const;
  bool are_all_of(const Tokens& tokens) const {
    return !tokens.empty() && after(tokens, 0) == tokens.size();
  }
  /// Whether one of them ends right before token `at`.
  bool end_before(const Tokens& tokens, std::size_t at) const;

 private:
  Vocabulary<bool> phrases_;
};

}  // namespace dialogs
