#include "bot/account/totp.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <algorithm>
#include <cctype>

#include "bot/same_secret.h"

namespace bot {
namespace {

constexpr std::size_t kSecretBytes = 20;
constexpr int kDigits = 6;

std::string url_escaped(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string escaped;
  for (const unsigned char byte : text) {
    if (std::isalnum(byte) || byte == '-' || byte == '.') {
      escaped += static_cast<char>(byte);
    } else {
      escaped += '%';
      escaped += kHex[byte >> 4];
      escaped += kHex[byte & 15];
    }
  }
  return escaped;
}

}  // namespace

std::string new_totp_secret() {
  std::string secret(kSecretBytes, '\0');
  randombytes_buf(secret.data(), secret.size());
  return secret;
}

std::string totp_code(std::string_view secret, std::int64_t step, int digits) {
  unsigned char counter[8];
  for (int i = 0; i < 8; ++i) counter[i] = static_cast<unsigned char>(step >> (56 - 8 * i));
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter, sizeof counter, mac,
       &size);
  // RFC 4226, 5.3: the last nibble says which four bytes make the number.
  const unsigned char* at = mac + (mac[size - 1] & 15);
  std::uint32_t number = (at[0] & 0x7FU) << 24 | std::uint32_t{at[1]} << 16 |
                         std::uint32_t{at[2]} << 8 | std::uint32_t{at[3]};
  std::string code(static_cast<std::size_t>(digits), '0');
  for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10)
    *digit = static_cast<char>('0' + number % 10);
  return code;
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code,
                                      std::int64_t now_ms) {
  std::string digits(code);
  std::erase(digits, ' ');
  const auto now = now_ms / kTotpStepMs;
  std::optional<std::int64_t> found;
  for (const auto step : {now - 1, now, now + 1})
    if (is_same_secret(digits, totp_code(secret, step, kDigits))) found = step;
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t held = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += kLetters[held >> (bits - 5) & 31];
  }
  if (bits > 0) text += kLetters[held << (5 - bits) & 31];
  return text;
}

std::string otpauth_uri(std::string_view issuer, std::string_view account,
                        std::string_view secret) {
  const auto from = url_escaped(issuer);
  return "otpauth://totp/" + from + ":" + url_escaped(account) + "?secret=" + base32(secret) +
         "&issuer=" + from;
}

}  // namespace bot
