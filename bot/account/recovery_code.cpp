#include "bot/account/recovery_code.h"

#include <sodium.h>

#include <cctype>

#include "bot/account/totp.h"

namespace bot {
namespace {

constexpr int kCodes = 10;
constexpr std::size_t kCharacters = 10;

}  // namespace

std::vector<std::string> new_recovery_codes() {
  std::vector<std::string> codes;
  for (int i = 0; i < kCodes; ++i) {
    char bytes[7];
    randombytes_buf(bytes, sizeof bytes);
    auto code = plain_recovery_code(base32({bytes, sizeof bytes}).substr(0, kCharacters));
    codes.push_back(code.insert(kCharacters / 2, "-"));
  }
  return codes;
}

std::string plain_recovery_code(std::string_view typed) {
  std::string code;
  for (const unsigned char byte : typed)
    if (std::isalnum(byte)) code += static_cast<char>(std::tolower(byte));
  return code;
}

}  // namespace bot
