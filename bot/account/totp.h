#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bot {

// Time-based one-time passwords, RFC 6238: HMAC-SHA1, 30 seconds, 6 digits, which every
// authenticator app takes.

inline constexpr std::int64_t kTotpStepMs = 30'000;

std::string new_totp_secret();  ///< 20 random bytes

/// The code of a step, which is the time divided by kTotpStepMs.
std::string totp_code(std::string_view secret, std::int64_t step, int digits = 6);

/// The step whose code this is: the one at `now_ms`, or one to either side for clocks that differ.
/// Spaces in the code do not matter. Which steps were used already is the caller's to know.
std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code,
                                      std::int64_t now_ms);

/// RFC 4648, without padding.
std::string base32(std::string_view bytes);

/// What an authenticator app reads, mostly from a QR code.
std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret);

}  // namespace bot
