#pragma once

#include <optional>
#include <string_view>

#include "bot/account/account_config.h"
#include "bot/rejection.h"

namespace bot {

/// How often somebody may try to sign in. Whoever guesses runs dry by account and address together,
/// by address, and by account over all addresses that the account was never used from. The person
/// whose account it is comes from an address that it knows, so no guessing elsewhere locks them
/// out. Thread-safe.
class LoginThrottle {
 public:
  static constexpr std::size_t kKeysMax = 100'000;

  /// Of `keys_max` names and addresses at a time each; one more takes the place of the least used.
  explicit LoginThrottle(const AccountConfig& config, std::size_t keys_max = kKeysMax);

  /// A 429 that says when to try again, or nothing; then an attempt was counted.
  std::optional<Rejection> refuse(std::string_view account, std::string_view address,
                                  bool is_known_address, std::int64_t now_ms);

 private:
  TokenBuckets attempts_;
  TokenBuckets addresses_;
  TokenBuckets strangers_;
};

}  // namespace bot
