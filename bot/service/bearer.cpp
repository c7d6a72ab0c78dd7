#include "bot/service/bearer.h"

#include <strings.h>

#include <algorithm>

namespace bot {
namespace {

constexpr std::string_view kScheme = "bearer ";
constexpr std::size_t kTokenBytesMax = 256;

}  // namespace

const Rejection kUnauthorized{401, "unauthorized", "This needs a valid token.",
                              "Send it as 'Authorization: Bearer TOKEN'."};

std::string bearer_token(std::string_view authorization) {
  if (authorization.size() <= kScheme.size() ||
      strncasecmp(authorization.data(), kScheme.data(), kScheme.size()) != 0)
    return {};
  const auto token = authorization.substr(kScheme.size());
  const bool valid =
      token.size() <= kTokenBytesMax &&
      std::all_of(token.begin(), token.end(), [](char byte) { return byte > ' ' && byte <= '~'; });
  return valid ? std::string(token) : std::string();
}

}  // namespace bot
