#include "knowledge/spelling.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "knowledge/ngram_table.h"
#include "knowledge/words.h"

namespace knowledge {
namespace {

constexpr std::uint32_t kKnownCount = 4;       // rarer words are not what repairs lead to
constexpr std::uint32_t kSlipRatio = 40;       // a word this much rarer than a neighbour is a slip
constexpr std::size_t kRepairedLengthMin = 4;  // shorter words have too many neighbours
constexpr std::size_t kTwoSlipsLengthMin = 8;
constexpr std::size_t kWordBytesMax = 24;

std::size_t slips_allowed(std::size_t length) {
  if (length < kRepairedLengthMin || length > kWordBytesMax) return 0;
  return length >= kTwoSlipsLengthMin ? 2 : 1;
}

std::uint64_t hash_of(std::string_view bytes) {
  NgramHash hash(3);
  for (const char byte : bytes) hash.add(static_cast<unsigned char>(byte));
  return hash.value();
}

/// Visits `word` and all that is left of it without up to `letters` letters.
template <typename Visit>
void visit_remains(const std::string& word, std::size_t letters, Visit&& visit) {
  visit(word);
  if (letters == 0) return;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && word[i] == word[i - 1]) continue;
    std::string rest = word;
    rest.erase(i, 1);
    visit_remains(rest, letters - 1, visit);
  }
}

/// Slips between two words (restricted Damerau-Levenshtein), or more than `limit`.
std::size_t slips_between(std::string_view left, std::string_view right, std::size_t limit) {
  if (left.size() > right.size() + limit || right.size() > left.size() + limit) return limit + 1;
  std::vector<std::size_t> before_last, last(right.size() + 1), row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const bool same = left[i - 1] == right[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return last[right.size()];
}

}  // namespace

Spelling Spelling::learn(const std::vector<Sample>& samples) {
  Spelling spelling;
  for (const Sample& sample : samples)
    visit_words(sample.text, [&](std::string_view word, std::size_t, std::size_t) {
      ++spelling.counts_[sample.language][std::string(word)];
    });
  for (const auto& [language, counts] : spelling.counts_)
    for (const auto& [word, count] : counts)
      if (count >= kKnownCount && word.size() >= kRepairedLengthMin - 1)
        spelling.known_.push_back(word);
  std::sort(spelling.known_.begin(), spelling.known_.end());
  spelling.known_.erase(std::unique(spelling.known_.begin(), spelling.known_.end()),
                        spelling.known_.end());
  for (std::uint32_t i = 0; i < spelling.known_.size(); ++i) {
    const auto& word = spelling.known_[i];
    visit_remains(word, word.size() >= kTwoSlipsLengthMin - 1 ? 2 : 1,
                  [&](const std::string& rest) {
                    auto& list = spelling.remains_[hash_of(rest)];
                    if (list.empty() || list.back() != i) list.push_back(i);
                  });
  }
  return spelling;
}

std::string_view Spelling::nearest(const std::string& word, const Counts& counts) const {
  const std::size_t allowed = slips_allowed(word.size());
  if (allowed == 0) return {};
  const std::uint32_t own_count = count_of(word);
  if (own_count >= kKnownCount) return {};
  std::size_t best_slips = allowed + 1;
  std::uint32_t best_count = own_count * kSlipRatio;
  std::string_view best;
  visit_remains(word, allowed, [&](const std::string& rest) {
    const auto found = remains_.find(hash_of(rest));
    if (found == remains_.end()) return;
    for (const std::uint32_t index : found->second) {
      const std::string& candidate = known_[index];
      const std::size_t slips =
          slips_between(word, candidate, allowed) + (word[0] == candidate[0] ? 0 : 1);
      const auto counted = counts.find(candidate);
      const std::uint32_t count = counted == counts.end() ? 0 : counted->second;
      if (count < kKnownCount || slips > allowed || slips > best_slips ||
          count <= own_count * kSlipRatio)
        continue;
      if (slips < best_slips || count > best_count ||
          (count == best_count && candidate < best)) {
        best_slips = slips;
        best_count = count;
        best = candidate;
      }
    }
  });
  return best;
}

std::uint32_t Spelling::count_of(const std::string& word) const {
  std::uint32_t count = 0;
  for (const auto& [language, all] : counts_)
    if (const auto own = all.find(word); own != all.end()) count += own->second;
  return count;
}

bool Spelling::is_gibberish(std::string_view repaired) const {
  bool has_words = false, is_known = false;
  visit_words(repaired, [&](std::string_view word, std::size_t, std::size_t) {
    has_words = true;
    is_known = is_known || count_of(std::string(word)) > 1;
  });
  return has_words && !is_known;
}

std::string Spelling::repair(std::string_view normalized, const Language& language) const {
  const auto counts = counts_.find(language);
  if (counts == counts_.end()) return std::string(normalized);
  std::string repaired;
  std::size_t copied = 0;
  visit_words(normalized, [&](std::string_view word, std::size_t begin, std::size_t end) {
    if (word.size() < kRepairedLengthMin) return;
    const auto better = nearest(std::string(word), counts->second);
    if (better.empty()) return;
    repaired.append(normalized.substr(copied, begin - copied)).append(better);
    copied = end;
  });
  return repaired.append(normalized.substr(copied));
}

}  // namespace knowledge
