#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <unordered_map>

namespace bot {

/// How often somebody may do something: `burst` times at once, then `per_minute`.
struct Rate {
  int burst = 1;
  int per_minute = 1;
};

/// A token bucket for each of many keys. Thread-safe. Keeps hashes of keys and times, nothing else,
/// and at most `keys_max` of them: when more are in use the newcomers go uncounted, so that a flood
/// of keys cannot lock a visitor out.
class TokenBuckets {
 public:
  TokenBuckets(Rate rate, std::size_t keys_max);

  /// Takes a token of `key`. Gives 0, or the milliseconds until there is one; then none was taken.
  std::int64_t take(std::string_view key, std::int64_t now_ms);

 private:
  void forget_full(std::int64_t now_ms);

  const std::int64_t token_ms_;    ///< in which a token comes back
  const std::int64_t fill_ms_;     ///< in which an empty bucket fills
  const std::size_t keys_max_;
  std::mutex mutex_;
  std::unordered_map<std::size_t, std::int64_t> full_at_ms_;  ///< by hash of key
};

}  // namespace bot
