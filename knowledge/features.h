#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "knowledge/ngram_table.h"

namespace knowledge {

/// What a message is made into for the classifier.
struct FeatureSettings {
  std::uint32_t word_ngram_max = 2;
  std::uint32_t character_ngram_min = 2;  ///< within a word and the spaces around it
  std::uint32_t character_ngram_max = 5;
  std::uint32_t messages_min = 2;  ///< an n-gram of fewer training messages is dropped
  float word_weight = 1;           ///< length of the block of word n-grams
  float character_weight = 1;
};

/// One feature of a message.
struct Feature {
  std::uint32_t index = 0;
  float value = 0;
};

/// The known n-grams with their weights by rarity (TF-IDF, sublinear counts). A message is two
/// blocks side by side, words and characters, each of a fixed length. Immutable after fit;
/// thread-safe.
class Features {
 public:
  Features() = default;

  static Features fit(const FeatureSettings& settings,
                      const std::vector<std::string_view>& normalized);

  /// The n-gram features of a message, by index. What is not known is left out. `found` is cleared
  /// first and can be used again, so that it need not grow.
  void extract(std::string_view normalized, std::vector<Feature>& found) const;

  /// N-grams known; every index is below.
  std::size_t size() const { return rarity_.size(); }

  void write(std::ostream& out) const;
  /// False where the stream does not hold what write() wrote.
  bool read(std::istream& in);

 private:
  template <typename Visit>
  void visit_ngrams(std::string_view normalized, Visit&& visit) const;

  FeatureSettings settings_;
  NgramTable table_;            ///< hash of an n-gram -> index; words come first
  std::uint32_t words_ = 0;     ///< indices below are word n-grams
  std::vector<float> rarity_;   ///< by index
};

}  // namespace knowledge
