#include "bot/alert/private_address.h"

#include <netinet/in.h>

#include <cstdint>
#include <cstring>

namespace bot {
namespace {

struct Network {
  std::uint32_t address;
  int bits;
};

// IANA's special-purpose registry (RFC 6890).
constexpr Network kPrivate[] = {
    {0x00000000, 8},  {0x0A000000, 8},  {0x64400000, 10}, {0x7F000000, 8},  {0xA9FE0000, 16},
    {0xAC100000, 12}, {0xC0000000, 24}, {0xC0000200, 24}, {0xC0A80000, 16}, {0xC6120000, 15},
    {0xC6336400, 24}, {0xCB007100, 24}, {0xE0000000, 3}};

bool is_private_v4(std::uint32_t address) {
  for (const auto& [network, bits] : kPrivate)
    if ((address ^ network) >> (32 - bits) == 0) return true;
  return false;
}

std::uint32_t v4_at(const std::uint8_t* bytes) {
  return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 |
         std::uint32_t{bytes[2]} << 8 | std::uint32_t{bytes[3]};
}

bool is_private_v6(const std::uint8_t* bytes) {
  constexpr std::uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  constexpr std::uint8_t kNat64[12] = {0, 0x64, 0xFF, 0x9B};
  if (std::memcmp(bytes, kMapped, sizeof kMapped) == 0 ||
      std::memcmp(bytes, kNat64, sizeof kNat64) == 0)
    return is_private_v4(v4_at(bytes + 12));
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return is_private_v4(v4_at(bytes + 2));  // 6to4
  const bool is_documentation =
      bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8;
  const bool is_teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
  const bool is_global = (bytes[0] & 0xE0) == 0x20;  // 2000::/3 is all that is given out
  return !is_global || is_documentation || is_teredo;
}

}  // namespace

bool is_private_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4;
    std::memcpy(&v4, &address, sizeof v4);
    return is_private_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6;
    std::memcpy(&v6, &address, sizeof v6);
    return is_private_v6(v6.sin6_addr.s6_addr);
  }
  return true;
}

}  // namespace bot
