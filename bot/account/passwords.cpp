#include "bot/account/passwords.h"

#include <sodium.h>

#include <array>
#include <chrono>
#include <stdexcept>

namespace bot {
namespace {

constexpr std::size_t kMemoryBytes = 19 * 1024 * 1024;
constexpr unsigned long long kPasses = 2;
constexpr std::size_t kDigestBytes = 32;
// Longer would let people who try many passwords hold the service's threads.
constexpr std::chrono::milliseconds kPatience{300};

std::string argon2id(std::string_view password) {
  char text[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(text, password.data(), password.size(), kPasses, kMemoryBytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("there is no memory to hash a password");
  return text;
}

std::string some_hash() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot draw random numbers here");
  char secret[32];
  randombytes_buf(secret, sizeof secret);
  return argon2id({secret, sizeof secret});
}

/// Gives the turn back.
struct Turn {
  std::counting_semaphore<Passwords::kAtOnceMax>& free;
  ~Turn() { free.release(); }
};

}  // namespace

Passwords::Passwords(int at_once) : free_(at_once), nobodys_(some_hash()) {}

bool Passwords::wait_for_turn() { return free_.try_acquire_for(kPatience); }

std::optional<std::string> Passwords::hash(std::string_view password) {
  if (!wait_for_turn()) return std::nullopt;
  const Turn turn{free_};
  return argon2id(password);
}

std::optional<std::string> Passwords::digest(std::string_view password, std::string_view salt) {
  if (!wait_for_turn()) return std::nullopt;
  const Turn turn{free_};
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt_bytes{};
  crypto_generichash(salt_bytes.data(), salt_bytes.size(),
                     reinterpret_cast<const unsigned char*>(salt.data()), salt.size(), nullptr, 0);
  std::string digest(kDigestBytes, '\0');
  if (crypto_pwhash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                    password.data(), password.size(), salt_bytes.data(), kPasses, kMemoryBytes,
                    crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("there is no memory to hash a password");
  return digest;
}

std::optional<bool> Passwords::is_password(std::string_view password, const std::string& hash) {
  if (!wait_for_turn()) return std::nullopt;
  const Turn turn{free_};
  const auto& compared = hash.empty() ? nobodys_ : hash;
  const bool same =
      crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return same && !hash.empty();
}

}  // namespace bot
