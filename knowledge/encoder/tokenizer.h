#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "knowledge/encoder/encoder_file.h"

namespace knowledge {

/// Cuts a text into the pieces of a SentencePiece unigram model (Kudo 2018): of all ways to cut it,
/// the likeliest. Gives the tokens that the SentencePiece library gives; the library itself brings
/// a protobuf of its own, which in one process with libphonenumber's crashes while loading.
/// Immutable; thread-safe. The file outlives it.
class Tokenizer {
 public:
  Tokenizer() = default;
  /// nullopt where the file lacks the pieces, or names one that is not below `ids_max`.
  static std::optional<Tokenizer> load(const EncoderFile& file, std::size_t ids_max);

  /// Begin, the pieces, end: at most `tokens_max` ids.
  std::vector<std::uint32_t> tokens(std::string_view text, std::size_t tokens_max) const;

 private:
  std::string_view piece(std::size_t index) const;

  std::string_view bytes_;                 ///< all pieces end to end, in order of their bytes
  std::span<const std::uint32_t> starts_;  ///< where each begins, and the last one's end
  std::span<const std::uint32_t> ids_;
  std::span<const float> scores_;  ///< log probabilities
  float unknown_score_ = 0;
};

}  // namespace knowledge
