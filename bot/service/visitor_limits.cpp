#include "bot/service/visitor_limits.h"

#include <algorithm>

namespace bot {
namespace {

constexpr std::size_t kKeysMax = 100'000;  // a few megabytes
constexpr int kTooManyRequests = 429;
constexpr std::int64_t kSecondMs = 1000;

}  // namespace

VisitorLimits::VisitorLimits(const LimitsConfig& limits)
    : addresses_({limits.address_messages_burst, limits.address_messages_per_minute}, kKeysMax),
      conversations_({limits.conversation_messages_burst, limits.conversation_messages_per_minute},
                     kKeysMax) {}

std::optional<Rejection> VisitorLimits::refuse(std::string_view address, std::string_view token,
                                               std::int64_t now_ms) {
  std::int64_t wait_ms = 0;
  if (!address.empty()) wait_ms = addresses_.take(address, now_ms);
  if (wait_ms == 0 && !token.empty()) wait_ms = conversations_.take(token, now_ms);
  if (wait_ms == 0) return std::nullopt;
  Rejection rejection{kTooManyRequests, "too-many-messages", "That was a lot of messages at once.",
                      "Nothing is lost: send it again in a moment. In an emergency call 911, or "
                      "call or text 988."};
  rejection.retry_after_s = static_cast<int>((wait_ms + kSecondMs - 1) / kSecondMs);
  return rejection;
}

}  // namespace bot
