#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace knowledge {

/// One array of an encoder file; points into the mapped file.
struct EncoderArray {
  std::size_t rows = 0;
  std::size_t columns = 0;
  float scale = 1;  ///< what a step of a one-byte value is worth
  std::span<const std::byte> bytes;

  std::span<const std::int8_t> codes() const;  ///< empty where values have four bytes
  std::span<const float> floats() const;       ///< empty where values have one byte
  std::span<const std::uint32_t> numbers() const;
  std::size_t value_bytes = 0;
};

/// A memory-mapped file as encoder/convert.py writes it. Read-only; thread-safe.
class EncoderFile {
 public:
  /// nullopt where the file is absent or damaged.
  static std::optional<EncoderFile> open(const std::filesystem::path& file);
  EncoderFile(EncoderFile&& other) noexcept;
  EncoderFile& operator=(EncoderFile&&) = delete;
  ~EncoderFile();

  /// nullptr where the file holds no such array.
  const EncoderArray* find(std::string_view name) const;

 private:
  EncoderFile() = default;
  bool read_directory();

  std::span<const std::byte> mapped_;
  std::map<std::string, EncoderArray, std::less<>> arrays_;
};

}  // namespace knowledge
