#include "bot/service/address_key.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace bot {
namespace {

constexpr std::size_t kNetworkBytes = 8;
constexpr std::size_t kMappedBytes = 12;

std::string text_of(int family, const void* address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(family, address, text.data(), text.size()) == nullptr ? "" : text.data();
}

}  // namespace

std::string address_key(const std::string& address) {
  // The part after '%' names a network card of this machine.
  const std::string plain = address.substr(0, address.find('%'));
  in6_addr six{};
  if (inet_pton(AF_INET6, plain.c_str(), &six) != 1) return address;
  auto& bytes = six.s6_addr;
  if (IN6_IS_ADDR_V4MAPPED(&six)) return text_of(AF_INET, bytes + kMappedBytes);
  std::fill(bytes + kNetworkBytes, std::end(bytes), std::uint8_t{0});
  return text_of(AF_INET6, bytes) + "/64";
}

}  // namespace bot
