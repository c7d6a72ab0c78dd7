#include "bot/service/bearer.h"

#include <sodium.h>
#include <strings.h>

#include <algorithm>

namespace bot {
namespace {

constexpr std::string_view kScheme = "bearer ";
constexpr std::size_t kTokenBytesMax = 256;

struct Digest {
  unsigned char bytes[crypto_generichash_BYTES];
};

Digest digest_of(std::string_view text) {
  Digest digest;
  crypto_generichash(digest.bytes, sizeof digest.bytes,
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return digest;
}

}  // namespace

const Rejection kUnauthorized{401, "unauthorized", "This needs a valid token.",
                              "Send it as 'Authorization: Bearer TOKEN'."};

std::string bearer_token(std::string_view authorization) {
  if (authorization.size() <= kScheme.size() ||
      strncasecmp(authorization.data(), kScheme.data(), kScheme.size()) != 0)
    return {};
  const auto token = authorization.substr(kScheme.size());
  const bool valid = token.size() <= kTokenBytesMax &&
                     std::all_of(token.begin(), token.end(),
                                 [](char byte) { return byte > ' ' && byte <= '~'; });
  return valid ? std::string(token) : std::string();
}

bool is_same_secret(std::string_view one, std::string_view other) {
  // Digests have one length, so not even that of the secret shows.
  const auto digest = digest_of(one);
  const auto other_digest = digest_of(other);
  return sodium_memcmp(digest.bytes, other_digest.bytes, sizeof digest.bytes) == 0;
}

}  // namespace bot
