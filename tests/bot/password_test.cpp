#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "bot/account/account.h"
#include "bot/account/password_rules.h"
#include "bot/account/passwords.h"

TEST_CASE("passwords: Argon2id with 19 MiB and 2 passes; only the same bytes are the same") {
  bot::Passwords passwords(2);
  const auto hash = passwords.hash("correct horse").value();
  CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  CHECK(passwords.hash("correct horse").value() != hash);
  CHECK(passwords.is_password("correct horse", hash).value());
  for (const char* wrong : {"Correct horse", "correct horse ", "", "correct hors"})
    CHECK_FALSE(passwords.is_password(wrong, hash).value());
  CHECK_FALSE(passwords.is_password("correct horse", "").value());
}

TEST_CASE("passwords: so many at once and no more; those too many are told so") {
  bot::Passwords passwords(1);
  std::vector<std::thread> threads;
  std::atomic<int> hashed = 0, turned_away = 0;
  for (int i = 0; i < 40; ++i)
    threads.emplace_back([&] { ++(passwords.hash("correct horse") ? hashed : turned_away); });
  for (auto& thread : threads) thread.join();
  CHECK(hashed + turned_away == 40);
  CHECK(hashed >= 1);
  CHECK(passwords.hash("afterwards"));
}

TEST_CASE("password rules: length and the most used ones; no composition") {
  for (const char* good : {"correct horse staple", "aaaaaaaabz", "contraseña segura",
                           "日本語日本語日本"}) {
    CAPTURE(good);
    CHECK_FALSE(bot::refuse_password(good, "dana", "Invigorate"));
  }
  CHECK_FALSE(bot::refuse_password(std::string(512, 'x'), "dana", "Invigorate"));
  for (const char* bad :
       {"", "short", "password1", "PASSWORD1", "12345678", "1234567890", "qwertyuiop", "invigorate",
        "Invigorate2026!", "dana-1234567", "DANA!!!!!!", "admissions1", "日本語日本",
        "\xff\xff\xff\xff\xff\xff\xff\xff\xff"}) {
    CAPTURE(bad);
    CHECK(bot::refuse_password(bad, "dana", "Invigorate"));
  }
  CHECK(bot::refuse_password(std::string(513, 'x'), "dana", "Invigorate"));
  CHECK(bot::refuse_password(std::string("nul\0inside it", 13), "dana", "Invigorate"));
}

TEST_CASE("account names: what can stand in an address") {
  for (const char* good : {"dana", "d", "dana-2", "night-shift"}) CHECK(bot::is_account_name(good));
  for (const char* bad : {"", "Dana", "2dana", "-dana", "dana-", "da na", "dana/x",
                          "d\xc3\xa9", "..", "a23456789012345678901234567890123"})
    CHECK_FALSE(bot::is_account_name(bad));
}
