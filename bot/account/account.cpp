#include "bot/account/account.h"

#include <algorithm>

namespace bot {
namespace {

constexpr std::size_t kNameBytesMax = 32;

bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

}  // namespace

bool is_account_name(std::string_view name) {
  return !name.empty() && name.size() <= kNameBytesMax && is_letter(name.front()) &&
         name.back() != '-' && std::all_of(name.begin(), name.end(), [](char byte) {
           return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-';
         });
}

}  // namespace bot
