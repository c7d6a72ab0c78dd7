#include "bot/account/totp.h"

#include <doctest/doctest.h>

#include <utility>

#include "bot/account/recovery_code.h"

namespace {

constexpr const char* kSecret = "12345678901234567890";

}  // namespace

TEST_CASE("totp: the vectors of RFC 6238, appendix B, and RFC 4226, appendix D") {
  const std::pair<std::int64_t, const char*> by_time[] = {
      {59, "94287082"},         {1111111109, "07081804"},  {1111111111, "14050471"},
      {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [seconds, code] : by_time)
    CHECK(bot::totp_code(kSecret, seconds * 1000 / bot::kTotpStepMs, 8) == code);
  const char* by_count[] = {"755224", "287082", "359152", "969429", "338314",
                            "254676", "287922", "162583", "399871", "520489"};
  for (int i = 0; i < 10; ++i) CHECK(bot::totp_code(kSecret, i) == by_count[i]);
}

TEST_CASE("totp: the code of now and of one step to either side, and no other") {
  const std::int64_t step = 59'000'000;
  const auto now = step * bot::kTotpStepMs + 17'000;
  for (const int off : {-1, 0, 1})
    CHECK(bot::totp_step(kSecret, bot::totp_code(kSecret, step + off), now) == step + off);
  for (const int off : {-2, 2, 100})
    CHECK_FALSE(bot::totp_step(kSecret, bot::totp_code(kSecret, step + off), now));
  auto typed = bot::totp_code(kSecret, step);
  CHECK(bot::totp_step(kSecret, typed.insert(3, " "), now) == step);
  for (const char* bad : {"", "1", "0000000", "abcdef", "12345"})
    CHECK_FALSE(bot::totp_step(kSecret, bad, now));
}

TEST_CASE("base32: the vectors of RFC 4648") {
  const std::pair<const char*, const char*> table[] = {
      {"", ""}, {"f", "MY"}, {"fo", "MZXQ"}, {"foo", "MZXW6"}, {"foob", "MZXW6YQ"},
      {"fooba", "MZXW6YTB"}, {"foobar", "MZXW6YTBOI"}};
  for (const auto& [bytes, text] : table) CHECK(bot::base32(bytes) == text);
}

TEST_CASE("otpauth: what an app reads") {
  CHECK(bot::otpauth_uri("Clinic desk", "dana", "foobar") ==
        "otpauth://totp/Clinic%20desk:dana?secret=MZXW6YTBOI&issuer=Clinic%20desk");
}

TEST_CASE("recovery codes: ten, all different, however they are typed") {
  const auto codes = bot::new_recovery_codes();
  CHECK(codes.size() == 10);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    CHECK(codes[i].size() == 11);
    CHECK(bot::plain_recovery_code(codes[i]).size() == 10);
    for (std::size_t k = 0; k < i; ++k) CHECK(codes[i] != codes[k]);
  }
  CHECK(bot::plain_recovery_code(" K7DQ2 xm4pa\n") == "k7dq2xm4pa");
}
