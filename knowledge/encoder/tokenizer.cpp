#include "knowledge/encoder/tokenizer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <string>

namespace knowledge {
namespace {

constexpr std::uint32_t kUnknown = 0, kBegin = 1, kEnd = 2;
constexpr std::string_view kSpace = "\xE2\x96\x81";  // U+2581, what a space is in the model

std::size_t character_bytes(unsigned char first) {
  if (first < 0x80) return 1;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// NFKC, a U+2581 for each run of spaces and one before the text.
std::string prepared(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCInstance(status);
  const auto raw = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  const auto normal = U_SUCCESS(status) ? form->normalize(raw, status) : raw;
  std::string made;
  std::string one;
  bool space_pending = true;
  for (int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1)) {
    const UChar32 c = normal.char32At(at);
    if (u_isUWhiteSpace(c)) {
      space_pending = true;
      continue;
    }
    if (u_iscntrl(c) || c == 0x200B || c == 0xFEFF) continue;
    if (space_pending) made += kSpace;
    space_pending = false;
    one.clear();
    made += icu::UnicodeString(c).toUTF8String(one);
  }
  return made;
}

}  // namespace

std::optional<Tokenizer> Tokenizer::load(const EncoderFile& file, std::size_t ids_max) {
  const auto* bytes = file.find("piece_bytes");
  const auto* starts = file.find("piece_starts");
  const auto* ids = file.find("piece_ids");
  const auto* scores = file.find("piece_scores");
  const auto* unknown = file.find("unknown_score");
  if (bytes == nullptr || starts == nullptr || ids == nullptr || scores == nullptr ||
      unknown == nullptr || unknown->floats().size() != 1)
    return std::nullopt;
  Tokenizer made;
  made.bytes_ = {reinterpret_cast<const char*>(bytes->bytes.data()), bytes->bytes.size()};
  made.starts_ = starts->numbers();
  made.ids_ = ids->numbers();
  made.scores_ = scores->floats();
  made.unknown_score_ = unknown->floats()[0];
  const bool fits = made.starts_.size() == made.ids_.size() + 1 &&
                    made.scores_.size() == made.ids_.size() &&
                    std::is_sorted(made.starts_.begin(), made.starts_.end()) &&
                    !made.starts_.empty() && made.starts_.back() <= made.bytes_.size() &&
                    std::all_of(made.ids_.begin(), made.ids_.end(),
                                [&](std::uint32_t id) { return id < ids_max; });
  if (!fits) return std::nullopt;
  return made;
}

std::string_view Tokenizer::piece(std::size_t index) const {
  return bytes_.substr(starts_[index], starts_[index + 1] - starts_[index]);
}

std::vector<std::uint32_t> Tokenizer::tokens(std::string_view text, std::size_t tokens_max) const {
  /// The best way to cut the text up to a byte.
  struct Best {
    float score = -std::numeric_limits<float>::infinity();
    std::size_t begin = 0;
    std::uint32_t id = kUnknown;
  };
  const std::string prepared_text = prepared(text);
  const std::string_view all = prepared_text;
  std::vector<Best> best(all.size() + 1);
  best[0].score = 0;
  const auto offer = [&](std::size_t begin, std::size_t end, float score, std::uint32_t id) {
    if (end <= all.size() && best[begin].score + score > best[end].score)
      best[end] = {best[begin].score + score, begin, id};
  };
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t character = character_bytes(static_cast<unsigned char>(all[at]));
    bool has_character = false;
    // Pieces that begin with the bytes read so far stand side by side: [low, high) of them.
    std::size_t low = 0, high = ids_.size();
    for (std::size_t depth = 0; at + depth < all.size() && low < high; ++depth) {
      const auto wanted = static_cast<unsigned char>(all[at + depth]);
      const auto byte = [&](std::size_t index) {
        const auto one = piece(index);
        return one.size() > depth ? static_cast<int>(static_cast<unsigned char>(one[depth])) : -1;
      };
      const auto bound = [&](int least) {
        std::size_t from = low, to = high;
        while (from < to) {
          const std::size_t middle = (from + to) / 2;
          if (byte(middle) < least) from = middle + 1;
          else to = middle;
        }
        return from;
      };
      const std::size_t first = bound(wanted), last = bound(wanted + 1);
      low = first;
      high = last;
      if (low < high && piece(low).size() == depth + 1) {
        offer(at, at + depth + 1, scores_[low], ids_[low]);
        has_character = has_character || depth + 1 == character;
      }
    }
    if (!has_character) offer(at, std::min(at + character, all.size()), unknown_score_, kUnknown);
    at += character;
  }
  std::vector<std::uint32_t> ids = {kEnd};
  for (std::size_t at = all.size(); at > 0; at = best[at].begin) ids.push_back(best[at].id);
  if (all.empty()) ids.push_back(kUnknown);
  ids.push_back(kBegin);
  std::reverse(ids.begin(), ids.end());
  if (ids.size() > tokens_max) {
    ids.resize(tokens_max);
    ids.back() = kEnd;
  }
  return ids;
}

}  // namespace knowledge
