#include "knowledge/language_guesser.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "knowledge/ngram_table.h"
#include "knowledge/normalize.h"
#include "knowledge/template.h"

namespace knowledge {
namespace {

constexpr std::uint64_t kWordSeed = 1, kLettersSeed = 2;
constexpr float kLettersWeight = 0.3F;      // letters overlap: three tell about as much as one
constexpr std::uint32_t kCommonWordCount = 12;
// Natural logarithms of odds. A turn of language needs more than a first impression.
constexpr float kFirstMargin = 0.7F, kTurnMargin = 5.0F;
constexpr std::size_t kTurnWords = 2;  // different ones

std::uint64_t hash_of(std::uint64_t seed, std::string_view bytes) {
  NgramHash hash(seed);
  for (const char byte : bytes) hash.add(static_cast<unsigned char>(byte));
  return hash.value();
}

/// Visits (hash, is_word) of every word and every three letters of a text in words.
template <typename Visit>
void visit_parts(std::string_view words, Visit&& visit) {
  std::string padded;
  for (std::size_t at = 0; at < words.size();) {
    const auto end = words.find(' ', at);
    const auto word = words.substr(at, end - at);
    visit(hash_of(kWordSeed, word), true);
    padded.assign(1, ' ').append(word).append(1, ' ');
    for (std::size_t i = 0; i + 3 <= padded.size(); ++i)
      visit(hash_of(kLettersSeed, std::string_view(padded).substr(i, 3)), false);
    at = end + 1;
  }
}

}  // namespace

LanguageGuesser LanguageGuesser::train(const std::vector<TrainingMessage>& messages,
                                       const Languages& languages,
                                       const std::vector<std::string>& shared_words) {
  LanguageGuesser guesser;
  guesser.shared_words_.insert(shared_words.begin(), shared_words.end());
  guesser.languages_ = languages;
  if (languages.size() < 2) return guesser;
  std::unordered_map<std::uint64_t, std::vector<float>> counts;
  std::vector<float> totals(languages.size(), 0);
  std::unordered_map<std::uint64_t, bool> is_word;
  for (const auto& message : messages) {
    const auto language = static_cast<std::size_t>(
        std::find(languages.begin(), languages.end(), message.language) - languages.begin());
    if (language == languages.size()) continue;
    visit_parts(as_words(normalize(message.text)), [&](std::uint64_t hash, bool word) {
      auto& count = counts[hash];
      count.resize(languages.size(), 0);
      ++count[language];
      ++totals[language];
      is_word[hash] = word;
    });
  }
  for (const auto& [hash, count] : counts) {
    Evidence evidence;
    float seen = 0;
    for (std::size_t i = 0; i < languages.size(); ++i) {
      seen += count[i];
      evidence.log_likelihood.push_back(std::log((count[i] + 0.5F) / (totals[i] + 0.5F)));
    }
    evidence.is_common_word = is_word.at(hash) && seen >= kCommonWordCount;
    guesser.evidence_.emplace(hash, std::move(evidence));
  }
  return guesser;
}

bool LanguageGuesser::is_of_shared_words(std::string_view words) const {
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    if (end > at && !shared_words_.contains(std::string(words.substr(at, end - at)))) return false;
    at = end + 1;
  }
  return true;
}

Language LanguageGuesser::guess(std::string_view normalized, const Language& hint) const {
  if (languages_.empty()) return hint;
  const auto hinted = std::find(languages_.begin(), languages_.end(), hint);
  const bool has_hint = hinted != languages_.end();
  const auto standing = has_hint ? static_cast<std::size_t>(hinted - languages_.begin()) : 0;
  const std::string text = as_words(normalized);
  if (evidence_.empty() || is_of_shared_words(text)) return languages_[standing];
  std::vector<float> all(languages_.size(), 0), words(languages_.size(), 0);
  std::set<std::uint64_t> common_words;
  visit_parts(text, [&](std::uint64_t hash, bool is_word) {
    const auto found = evidence_.find(hash);
    if (found == evidence_.end()) return;
    const auto& likelihood = found->second.log_likelihood;
    if (found->second.is_common_word) common_words.insert(hash);
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i] += is_word ? likelihood[i] : kLettersWeight * likelihood[i];
      if (found->second.is_common_word) words[i] += likelihood[i];
    }
  });
  const auto& sums = has_hint ? words : all;
  const auto best =
      static_cast<std::size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  const float margin = sums[best] - sums[standing];
  const bool turns = has_hint ? margin >= kTurnMargin && common_words.size() >= kTurnWords
                              : margin >= kFirstMargin;
  return languages_[turns ? best : standing];
}

}  // namespace knowledge
