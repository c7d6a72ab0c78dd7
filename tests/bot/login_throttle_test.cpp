#include "bot/account/login_throttle.h"

#include <doctest/doctest.h>

#include <string>

namespace {

bot::AccountConfig config() {
  bot::AccountConfig config;
  config.attempts = {5, 1};
  config.address_attempts = {20, 10};
  config.stranger_attempts = {12, 1};
  return config;
}

std::string address(int i) { return "198.51.100." + std::to_string(i); }

}  // namespace

TEST_CASE("brute force (ASVS 6.3.1): one address guesses five times, then waits") {
  bot::LoginThrottle throttle(config());
  for (int i = 0; i < 5; ++i) CHECK_FALSE(throttle.refuse("dana", address(1), false, 0));
  const auto refused = throttle.refuse("dana", address(1), false, 0);
  REQUIRE(refused);
  CHECK(refused->status == 429);
  CHECK(refused->retry_after_s == 60);
  CHECK_FALSE(throttle.refuse("dana", address(1), false, 60'000));
}

TEST_CASE("brute force: one address that tries one password on many accounts") {
  bot::LoginThrottle throttle(config());
  int taken = 0;
  for (int i = 0; i < 200; ++i)
    if (!throttle.refuse("name-" + std::to_string(i), address(1), false, 0)) ++taken;
  CHECK(taken == 20);
}

TEST_CASE("brute force: many addresses on one account") {
  bot::LoginThrottle throttle(config());
  int taken = 0;
  for (int i = 0; i < 200; ++i)
    if (!throttle.refuse("dana", address(i), false, 0)) ++taken;
  CHECK(taken == 12);
}

TEST_CASE("malicious lockout (ASVS 6.1.1): who is attacked still signs in from where they do") {
  bot::LoginThrottle throttle(config());
  for (int i = 0; i < 1000; ++i) throttle.refuse("dana", address(i % 200), false, 0);
  CHECK_FALSE(throttle.refuse("dana", "203.0.113.7", true, 0));
  CHECK(throttle.refuse("dana", "203.0.113.8", false, 0));
}

TEST_CASE("abuse: guessing stays counted however many addresses and names fill the tables") {
  bot::LoginThrottle throttle(config(), 50);
  for (int i = 0; i < 12; ++i) CHECK_FALSE(throttle.refuse("dana", address(i), false, 0));
  CHECK(throttle.refuse("dana", address(99), false, 0));
  for (int i = 0; i < 5000; ++i)
    throttle.refuse("name-" + std::to_string(i), "192.0.2." + std::to_string(i), false, 0);
  for (int i = 0; i < 100; ++i) CHECK(throttle.refuse("dana", address(100 + i), false, 0));
  int taken = 0;
  for (int i = 0; i < 100; ++i)
    if (!throttle.refuse("eve", "a newcomer", false, 0)) ++taken;
  CHECK(taken == 5);
}

TEST_CASE("abuse: names that one address sends flush nobody's bucket") {
  bot::LoginThrottle throttle(config(), 30);
  for (int i = 0; i < 12; ++i) CHECK_FALSE(throttle.refuse("dana", address(i), false, 0));
  for (int i = 0; i < 5000; ++i)
    throttle.refuse("name-" + std::to_string(i), "203.0.113.66", false, i % 1000);
  CHECK(throttle.refuse("dana", address(200), false, 1000));
}
