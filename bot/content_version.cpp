#include <sodium.h>

#include "bot/assistant.h"

namespace bot {

std::string content_version(const knowledge::Knowledge& knowledge, const dialogs::Script& script) {
  const std::string all = knowledge.version() + "\n" + script.version;
  unsigned char digest[crypto_generichash_BYTES_MIN];
  crypto_generichash(digest, sizeof digest, reinterpret_cast<const unsigned char*>(all.data()),
                     all.size(), nullptr, 0);
  char hex[2 * sizeof digest + 1];
  sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
  constexpr std::size_t kShown = 16;
  return {hex, kShown};
}

}  // namespace bot
