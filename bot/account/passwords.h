#pragma once

#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

namespace bot {

/// Argon2id by libsodium: 19 MiB, 2 passes, as OWASP advises. Each hash takes tens of milliseconds
/// and its memory on purpose, so only so many are made at once. Thread-safe.
class Passwords {
 public:
  static constexpr std::ptrdiff_t kAtOnceMax = 16;

  /// `at_once` in 1..kAtOnceMax. Throws std::runtime_error where libsodium does not work.
  explicit Passwords(int at_once);

  /// Nothing where too many are being made now.
  std::optional<std::string> hash(std::string_view password);
  /// Whether `hash` was made of `password`; nothing where too many are being made now. An empty
  /// hash, which stands for an unknown account, takes the same time and is nobody's.
  std::optional<bool> is_password(std::string_view password, const std::string& hash);
  /// The same for the same password and salt, in 32 bytes, and as slow to guess from as a hash:
  /// by it a password is known again that must not be kept. Nothing where too many are being made.
  std::optional<std::string> digest(std::string_view password, std::string_view salt);

 private:
  bool wait_for_turn();

  std::counting_semaphore<kAtOnceMax> free_;
  const std::string nobodys_;
};

}  // namespace bot
