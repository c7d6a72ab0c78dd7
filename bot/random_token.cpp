#include "bot/random_token.h"

#include <sodium.h>

namespace bot {

std::string random_token(std::size_t bytes) {
  std::string drawn(bytes, '\0');
  randombytes_buf(drawn.data(), bytes);
  std::string hex(2 * bytes + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(drawn.data()),
                 bytes);
  hex.pop_back();
  return hex;
}

}  // namespace bot
