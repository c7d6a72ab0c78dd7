#include "knowledge/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>

#include "knowledge/binary_stream.h"

namespace knowledge {
namespace {

constexpr std::uint64_t kWordSeed = 0x57;
constexpr std::uint64_t kCharacterSeed = 0xC5;
constexpr std::size_t kWordNgramsMax = 8;

bool is_separator(char byte) {
  return byte == ' ';
}

bool is_word_byte(char byte) {
  const auto code = static_cast<unsigned char>(byte);
  return code >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
         byte == '\'';
}

/// The next run of bytes of one sort at or after `at`; empty at the end.
template <typename Belongs>
std::string_view next_run(std::string_view text, std::size_t& at, Belongs&& belongs) {
  while (at < text.size() && !belongs(text[at])) ++at;
  const std::size_t begin = at;
  while (at < text.size() && belongs(text[at])) ++at;
  return text.substr(begin, at - begin);
}

}  // namespace

template <typename Visit>
void Features::visit_ngrams(std::string_view normalized, Visit&& visit) const {
  // Words: a ring of the hashes that began at each of the last words.
  std::array<NgramHash, kWordNgramsMax> open = {
      NgramHash(0), NgramHash(0), NgramHash(0), NgramHash(0),
      NgramHash(0), NgramHash(0), NgramHash(0), NgramHash(0)};
  const std::size_t longest = std::min<std::size_t>(settings_.word_ngram_max, kWordNgramsMax);
  std::size_t words = 0;
  for (std::size_t at = 0;;) {
    const auto word = next_run(normalized, at, is_word_byte);
    if (word.empty()) break;
    const std::size_t length = std::min(words + 1, longest);
    for (std::size_t i = length; i-- > 1;) open[i] = open[i - 1];
    open[0] = NgramHash(kWordSeed);
    for (std::size_t i = 0; i < length; ++i) {
      for (const char byte : word)
        if (byte != '\'') open[i].add(static_cast<unsigned char>(byte));
      open[i].add(' ');
      visit(open[i].value(), true);
    }
    ++words;
  }
  // Characters: within a word and the space on either side of it.
  std::string padded;
  for (std::size_t at = 0;;) {
    const auto word = next_run(normalized, at, [](char byte) { return !is_separator(byte); });
    if (word.empty()) break;
    padded.assign(1, ' ').append(word).append(1, ' ');
    for (std::size_t begin = 0; begin < padded.size(); ++begin) {
      NgramHash hash(kCharacterSeed);
      const std::size_t end =
          std::min<std::size_t>(begin + settings_.character_ngram_max, padded.size());
      for (std::size_t i = begin; i < end; ++i) {
        hash.add(static_cast<unsigned char>(padded[i]));
        if (i + 1 - begin >= settings_.character_ngram_min) visit(hash.value(), false);
      }
    }
  }
}

Features Features::fit(const FeatureSettings& settings,
                       const std::vector<std::string_view>& normalized) {
  struct Seen {
    std::uint32_t messages = 0;
    std::uint32_t last = 0;  ///< message number, from 1
  };
  Features features;
  features.settings_ = settings;
  std::array<std::unordered_map<std::uint64_t, Seen>, 2> seen;
  std::array<std::vector<std::uint64_t>, 2> in_order;
  std::uint32_t number = 0;
  for (const auto message : normalized) {
    ++number;
    features.visit_ngrams(message, [&](std::uint64_t hash, bool is_word) {
      Seen& ngram = seen[is_word ? 0 : 1][hash];
      if (ngram.messages == 0) in_order[is_word ? 0 : 1].push_back(hash);
      if (ngram.last != number) ++ngram.messages;
      ngram.last = number;
    });
  }
  std::vector<std::uint64_t> kept;
  for (const std::size_t block : {0U, 1U}) {
    for (const std::uint64_t hash : in_order[block]) {
      const auto messages = seen[block].at(hash).messages;
      if (messages < settings.messages_min || (block == 1 && seen[0].contains(hash))) continue;
      kept.push_back(hash);
      features.rarity_.push_back(
          static_cast<float>(std::log((1.0 + number) / (1.0 + messages)) + 1.0));
    }
    if (block == 0) features.words_ = static_cast<std::uint32_t>(kept.size());
  }
  features.table_ = NgramTable::of(kept);
  return features;
}

void Features::extract(std::string_view normalized, std::vector<Feature>& found) const {
  found.clear();
  visit_ngrams(normalized, [&](std::uint64_t hash, bool) {
    const std::uint32_t index = table_.find(hash);
    if (index != NgramTable::kAbsent) found.push_back({index, 1});
  });
  std::sort(found.begin(), found.end(),
            [](const Feature& left, const Feature& right) { return left.index < right.index; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < found.size(); ++kept) {
    std::size_t same = i + 1;
    while (same < found.size() && found[same].index == found[i].index) ++same;
    const auto count = static_cast<float>(same - i);
    found[kept] = {found[i].index, (1 + std::log(count)) * rarity_[found[i].index]};
    i = same;
  }
  found.resize(kept);
  float squares[2] = {0, 0};
  for (const Feature& feature : found)
    squares[feature.index < words_ ? 0 : 1] += feature.value * feature.value;
  const float scale[2] = {squares[0] > 0 ? settings_.word_weight / std::sqrt(squares[0]) : 0,
                          squares[1] > 0 ? settings_.character_weight / std::sqrt(squares[1]) : 0};
  for (Feature& feature : found) feature.value *= scale[feature.index < words_ ? 0 : 1];
}

void Features::write(std::ostream& out) const {
  write_value(out, settings_);
  write_value(out, words_);
  write_values(out, rarity_);
  write_values(out, table_.hashes());
}

bool Features::read(std::istream& in) {
  std::vector<std::uint64_t> hashes;
  if (!read_value(in, settings_) || !read_value(in, words_) || !read_values(in, rarity_) ||
      !read_values(in, hashes) || hashes.size() != rarity_.size() || words_ > rarity_.size())
    return false;
  table_ = NgramTable::of(hashes);
  return true;
}

}  // namespace knowledge
