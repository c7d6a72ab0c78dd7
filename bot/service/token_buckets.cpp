#include "bot/service/token_buckets.h"

#include <algorithm>
#include <functional>

namespace bot {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

}  // namespace

TokenBuckets::TokenBuckets(Rate rate, std::size_t keys_max)
    : token_ms_(kMinuteMs / rate.per_minute),
      fill_ms_(token_ms_ * rate.burst),
      keys_max_(keys_max) {}

std::int64_t TokenBuckets::take(std::string_view key, std::int64_t now_ms) {
  const std::size_t hash = std::hash<std::string_view>{}(key);
  const std::lock_guard lock(mutex_);
  auto found = full_at_ms_.find(hash);
  if (found == full_at_ms_.end()) {
    if (full_at_ms_.size() >= keys_max_) forget_full(now_ms);
    if (full_at_ms_.size() >= keys_max_) return 0;
    found = full_at_ms_.emplace(hash, now_ms).first;
  }
  // A clock that was set back must not keep a bucket empty for longer than it takes to fill.
  std::int64_t& full_at = found->second;
  full_at = std::clamp(full_at, now_ms, now_ms + fill_ms_);
  const std::int64_t wait_ms = full_at + token_ms_ - (now_ms + fill_ms_);
  if (wait_ms > 0) return wait_ms;
  full_at += token_ms_;
  return 0;
}

void TokenBuckets::forget_full(std::int64_t now_ms) {
  std::erase_if(full_at_ms_, [now_ms](const auto& bucket) { return bucket.second <= now_ms; });
}

}  // namespace bot
