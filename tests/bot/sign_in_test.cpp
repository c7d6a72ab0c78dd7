#include "bot/account/sign_in.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bot/store/database.h"

namespace {

constexpr std::int64_t kMinute = 60'000;

/// A desk at which one guess at an account is one too many.
struct Door {
  std::int64_t now_ms = 1'800'000'000'000;
  bot::Database database{{}, bot::Keys::random()};
  bot::Accounts accounts{database};
  bot::AuditLog audit{database};
  bot::DeskSessions sessions{database, {kMinute, kMinute}};
  bot::Passwords passwords{1};
  bot::SignIn sign_in{accounts, sessions, audit, passwords, config(), [this] { return now_ms; }};

  Door() { accounts.add({"dana", bot::Role::admin, false, "none", "none", 0, 0}, {}, {}); }

  static bot::AccountConfig config() {
    bot::AccountConfig config;
    config.attempts = {10'000, 10'000};
    config.address_attempts = {10'000, 10'000};
    config.stranger_attempts = {1, 1};
    return config;
  }
  int guess(const std::string& name, const std::string& address) {
    auto outcome = sign_in.begin({name, "wrong password", "000000"}, address, "");
    return std::get<bot::Rejection>(outcome).status;
  }
  std::vector<bot::AuditEntry> refused() const {
    return audit.find({.what = "login-refused", .limit = 10'000});
  }
};

}  // namespace

TEST_CASE("a refused log-in is audited, once a minute for an address") {
  Door door;
  CHECK(door.guess("dana", "198.51.100.1") == 401);
  CHECK(door.refused().empty());
  for (int i = 0; i < 50; ++i) CHECK(door.guess("dana", "198.51.100.1") == 429);
  REQUIRE(door.refused().size() == 1);
  const auto entry = door.refused().front();
  CHECK(entry.about == "dana");
  CHECK(entry.detail == "throttled");
  CHECK(entry.who.empty());
  CHECK(door.guess("dana", "198.51.100.2") == 429);
  CHECK(door.refused().size() == 2);
  door.now_ms += kMinute - 1;
  CHECK(door.guess("dana", "198.51.100.1") == 429);
  CHECK(door.refused().size() == 2);
}

TEST_CASE("a refused log-in names no account that is none: it may be a password") {
  Door door;
  for (int i = 0; i < 2; ++i) door.guess("my-secret-word", "198.51.100.1");
  REQUIRE(door.refused().size() == 1);
  CHECK(door.refused().front().about == "unknown");
}

TEST_CASE("abuse: a flood of refused log-ins from everywhere writes sixty entries a minute") {
  Door door;
  door.guess("dana", "198.51.100.1");
  const auto began_ms = door.now_ms;
  for (int i = 0; i < 3000; ++i) {
    door.now_ms = began_ms + i * kMinute / 1000;  // three minutes
    door.guess("dana", "address " + std::to_string(i));
  }
  const auto entries = door.refused();
  CHECK(entries.size() > 60);
  for (const auto& first : entries) {
    const auto in_a_minute =
        std::count_if(entries.begin(), entries.end(), [&](const bot::AuditEntry& entry) {
          return entry.at_ms >= first.at_ms && entry.at_ms < first.at_ms + kMinute;
        });
    CHECK(in_a_minute <= 60);
  }
}
