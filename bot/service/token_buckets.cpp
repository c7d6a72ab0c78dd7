#include "bot/service/token_buckets.h"

#include <algorithm>
#include <functional>

namespace bot {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

}  // namespace

TokenBuckets::TokenBuckets(Rate rate, std::size_t keys_max, WhenFull when_full)
    : token_ms_(kMinuteMs / rate.per_minute),
      fill_ms_(token_ms_ * rate.burst),
      keys_max_(keys_max),
      when_full_(when_full) {}

std::int64_t TokenBuckets::take(std::string_view key, std::int64_t now_ms) {
  const std::size_t hash = std::hash<std::string_view>{}(key);
  const std::lock_guard lock(mutex_);
  auto found = full_at_ms_.find(hash);
  if (found == full_at_ms_.end()) {
    if (full_at_ms_.size() >= keys_max_ && !make_room(now_ms)) return 0;
    found = full_at_ms_.emplace(hash, now_ms).first;
    in_order_.emplace(now_ms, hash);
  }
  // A clock that was set back must not keep a bucket empty for longer than it takes to fill.
  const std::int64_t full_at = std::clamp(found->second, now_ms, now_ms + fill_ms_);
  const std::int64_t wait_ms = std::max<std::int64_t>(full_at + token_ms_ - (now_ms + fill_ms_), 0);
  in_order_.erase({found->second, hash});
  found->second = wait_ms > 0 ? full_at : full_at + token_ms_;
  in_order_.emplace(found->second, hash);
  return wait_ms;
}

bool TokenBuckets::make_room(std::int64_t now_ms) {
  const auto forget_first = [this] {
    full_at_ms_.erase(in_order_.begin()->second);
    in_order_.erase(in_order_.begin());
  };
  while (!in_order_.empty() && in_order_.begin()->first <= now_ms) forget_first();
  if (full_at_ms_.size() < keys_max_) return true;
  if (when_full_ == WhenFull::let_through) return false;
  forget_first();
  return true;
}

}  // namespace bot
