#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/language.h"

namespace knowledge {

/// Repairs misspelt words against the words of this field, learned from the training messages: what
/// an encoder of whole words cannot read ("how logn is yuor progarm") becomes what it can. Only for
/// understanding: what a visitor wrote is stored and read for details as it came. Immutable after
/// learning; thread-safe.
class Spelling {
 public:
  /// A normalised message and its language.
  struct Sample {
    std::string_view text;
    Language language;
  };
  static Spelling learn(const std::vector<Sample>& samples);

  /// Whether `repaired` holds words, and the messages held none of them more than once: it says
  /// nothing that could be read.
  bool is_gibberish(std::string_view repaired) const;

  /// The text with each unknown word of four letters or more changed to the commonest known word of
  /// `language` that is one slip away (two for long words): a letter too many, missing, wrong, or
  /// two swapped.
  std::string repair(std::string_view normalized, const Language& language) const;

 private:
  using Counts = std::unordered_map<std::string, std::uint32_t>;
  std::string_view nearest(const std::string& word, const Counts& counts) const;
  std::uint32_t count_of(const std::string& word) const;  ///< in all languages

  std::map<Language, Counts> counts_;  ///< how often each word stands in the messages
  std::vector<std::string> known_;     ///< words that repairs lead to
  /// What is left of known words when letters are left out -> indices into known_.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> remains_;
};

}  // namespace knowledge
