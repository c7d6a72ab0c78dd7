#include "bot/account/login_throttle.h"

#include <string>

namespace bot {
namespace {

constexpr std::int64_t kSecondMs = 1000;

}  // namespace

LoginThrottle::LoginThrottle(const AccountConfig& config, std::size_t keys_max)
    : attempts_(config.attempts, keys_max, WhenFull::count_it),
      addresses_(config.address_attempts, keys_max, WhenFull::count_it),
      strangers_(config.stranger_attempts, keys_max, WhenFull::count_it) {}

std::optional<Rejection> LoginThrottle::refuse(std::string_view account, std::string_view address,
                                               bool is_known_address, std::int64_t now_ms) {
  const std::string both = std::string(account) + '\n' + std::string(address);
  // First, so that one address cannot fill the others with names.
  std::int64_t wait_ms = addresses_.take(address, now_ms);
  if (wait_ms == 0) wait_ms = attempts_.take(both, now_ms);
  if (wait_ms == 0 && !is_known_address) wait_ms = strangers_.take(account, now_ms);
  if (wait_ms == 0) return std::nullopt;
  return Rejection{429, "too-many-attempts", "That were too many attempts to sign in.",
                   "Wait a moment and try again.",
                   static_cast<int>((wait_ms + kSecondMs - 1) / kSecondMs)};
}

}  // namespace bot
