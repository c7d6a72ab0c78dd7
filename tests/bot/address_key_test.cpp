#include "bot/service/address_key.h"

#include <doctest/doctest.h>

TEST_CASE("address key: an IPv6 address counts by its /64, an IPv4 address by itself") {
  const std::pair<const char*, const char*> kTable[] = {
      {"203.0.113.7", "203.0.113.7"},
      {"::ffff:203.0.113.7", "203.0.113.7"},
      {"::FFFF:cb00:7107", "203.0.113.7"},
      {"2001:db8:1:2::1", "2001:db8:1:2::/64"},
      {"2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"},
      {"2001:0db8:0001:0002:0000:0000:0000:0009", "2001:db8:1:2::/64"},
      {"2001:db8:1:3::1", "2001:db8:1:3::/64"},
      {"fe80::1%eth0", "fe80::/64"},
      {"::1", "::/64"},
  };
  for (const auto& [address, key] : kTable) CHECK(bot::address_key(address) == key);
}

TEST_CASE("address key: what is no address stays as it is") {
  for (const char* odd : {"", "localhost", "203.0.113", "1:2", "203.0.113.7%x", "::g", "unix:"})
    CHECK(bot::address_key(odd) == odd);
}
