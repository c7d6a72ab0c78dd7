#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace bot {

/// How often somebody may do something: `burst` times at once, then `per_minute`.
struct Rate {
  int burst = 1;
  int per_minute = 1;
};

/// What happens to one key more than there is room for.
enum class WhenFull {
  let_through,  ///< it goes uncounted: a flood of keys cannot lock a visitor out
  count_it,     ///< the bucket that was used least makes room: no flood makes guessing free
};

/// A token bucket for each of many keys. Thread-safe. Keeps hashes of keys and times, nothing else,
/// and at most `keys_max` of them.
class TokenBuckets {
 public:
  TokenBuckets(Rate rate, std::size_t keys_max, WhenFull when_full = WhenFull::let_through);

  /// Takes a token of `key`. Gives 0, or the milliseconds until there is one; then none was taken.
  std::int64_t take(std::string_view key, std::int64_t now_ms);

 private:
  /// Forgets buckets that are full again; where none is, the one that is nearest to it, if it may.
  bool make_room(std::int64_t now_ms);

  const std::int64_t token_ms_;    ///< in which a token comes back
  const std::int64_t fill_ms_;     ///< in which an empty bucket fills
  const std::size_t keys_max_;
  const WhenFull when_full_;
  std::mutex mutex_;
  std::unordered_map<std::size_t, std::int64_t> full_at_ms_;    ///< by hash of key
  std::set<std::pair<std::int64_t, std::size_t>> in_order_;  ///< the same, the fullest first
};

}  // namespace bot
