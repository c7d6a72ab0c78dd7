#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace bot {

/// The secrets that protect stored personal data: one master key in a file, from which the sealing
/// key (XChaCha20-Poly1305) and the blind-index key (keyed BLAKE2b) are derived with libsodium's
/// crypto_kdf. Immutable; thread-safe.
class Keys {
 public:
  /// Reads the key file, or makes one with mode 0600. Throws std::runtime_error with what to do
  /// where it cannot be read, has other readers, or has the wrong length.
  static Keys load_or_create(const std::filesystem::path& file);
  /// As load_or_create, but a file that is not there is an error too.
  static Keys load(const std::filesystem::path& file);
  static Keys random();  ///< for a store in memory

  /// Seals `plain` with a fresh nonce. `context` ("turn.text") is authenticated: a sealed value
  /// cannot be moved to another column or row.
  std::string seal(std::string_view plain, std::string_view context) const;
  /// Throws std::runtime_error where the value was altered or sealed under another key.
  std::string open(std::string_view sealed, std::string_view context) const;
  /// Same input, same output; says nothing about the input without the key. 32 bytes.
  std::string blind_index(std::string_view value, std::string_view purpose) const;

 private:
  static Keys from_master(std::array<unsigned char, 32> master);

  std::array<unsigned char, 32> seal_key_{};
  std::array<unsigned char, 32> index_key_{};
};

}  // namespace bot
