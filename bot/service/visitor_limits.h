#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "bot/config.h"
#include "bot/rejection.h"
#include "bot/service/token_buckets.h"

namespace bot {

/// How many messages a conversation and an address may send. Far above what a person writes, so
/// that only programs ever meet it. Thread-safe.
class VisitorLimits {
 public:
  explicit VisitorLimits(const LimitsConfig& limits);

  /// A 429 that says when to try again, where `address` or the conversation of `token` has sent too
  /// much. Either may be empty: a first message has no token; and a request of this machine itself,
  /// without a proxy, no address.
  std::optional<Rejection> refuse(std::string_view address, std::string_view token,
                                  std::int64_t now_ms);

 private:
  TokenBuckets addresses_;
  TokenBuckets conversations_;
};

}  // namespace bot
