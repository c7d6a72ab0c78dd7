#include "bot/service/visitor_limits.h"

#include <doctest/doctest.h>

#include "bot/service/html.h"
#include "bot/service/token_buckets.h"

namespace {

constexpr std::int64_t kNow = 1'800'000'000'000;
constexpr std::int64_t kSecond = 1000;

TEST_CASE("a bucket gives its burst, then one a refill") {
  bot::TokenBuckets buckets({.burst = 3, .per_minute = 60}, 10);
  for (int take = 0; take < 3; ++take) CHECK(buckets.take("dana", kNow) == 0);
  CHECK(buckets.take("dana", kNow) == kSecond);
  CHECK(buckets.take("dana", kNow + 400) == 600);
  CHECK(buckets.take("dana", kNow + kSecond) == 0);
  CHECK(buckets.take("dana", kNow + kSecond) == kSecond);
}

TEST_CASE("a refused try costs nothing") {
  bot::TokenBuckets buckets({.burst = 1, .per_minute = 60}, 10);
  CHECK(buckets.take("dana", kNow) == 0);
  for (int attempt = 0; attempt < 50; ++attempt) CHECK(buckets.take("dana", kNow + 1) == 999);
  CHECK(buckets.take("dana", kNow + kSecond) == 0);
}

TEST_CASE("a full bucket holds its burst and no more, however long it rests") {
  bot::TokenBuckets buckets({.burst = 2, .per_minute = 60}, 10);
  CHECK(buckets.take("dana", kNow) == 0);
  const auto later = kNow + 3600 * kSecond;
  CHECK(buckets.take("dana", later) == 0);
  CHECK(buckets.take("dana", later) == 0);
  CHECK(buckets.take("dana", later) > 0);
}

TEST_CASE("keys do not share a bucket") {
  bot::TokenBuckets buckets({.burst = 1, .per_minute = 1}, 10);
  CHECK(buckets.take("dana", kNow) == 0);
  CHECK(buckets.take("rosa", kNow) == 0);
}

TEST_CASE("a clock that was set back locks nobody out for longer than a filling") {
  bot::TokenBuckets buckets({.burst = 2, .per_minute = 60}, 10);
  CHECK(buckets.take("dana", kNow) == 0);
  CHECK(buckets.take("dana", kNow) == 0);
  const auto earlier = kNow - 3600 * kSecond;
  CHECK(buckets.take("dana", earlier) == kSecond);
  CHECK(buckets.take("dana", earlier + kSecond) == 0);
}

TEST_CASE("abuse: a flood of keys locks no newcomer out") {
  bot::TokenBuckets buckets({.burst = 1, .per_minute = 1}, 100);
  for (int key = 0; key < 1000; ++key) CHECK(buckets.take(std::to_string(key), kNow) == 0);
  CHECK(buckets.take("a visitor", kNow) == 0);
  CHECK(buckets.take("0", kNow) > 0);  // and who was counted still is
}

TEST_CASE("abuse: where every key is to be counted, the least used bucket makes room") {
  bot::TokenBuckets buckets({.burst = 3, .per_minute = 1}, 100, bot::WhenFull::count_it);
  for (int take = 0; take < 3; ++take) CHECK(buckets.take("a victim", kNow) == 0);
  for (int key = 0; key < 1000; ++key) {
    const auto name = std::to_string(key);
    CHECK(buckets.take(name, kNow) == 0);
    CHECK(buckets.take(name, kNow) == 0);
    CHECK(buckets.take("a victim", kNow) > 0);
  }
  for (int take = 0; take < 3; ++take) CHECK(buckets.take("a newcomer", kNow) == 0);
  CHECK(buckets.take("a newcomer", kNow) > 0);
}

TEST_CASE("limits hold for a conversation and for an address") {
  bot::LimitsConfig config;
  config.conversation_messages_burst = 2;
  config.address_messages_burst = 4;
  bot::VisitorLimits limits(config);
  CHECK_FALSE(limits.refuse("203.0.113.1", "token", kNow));
  CHECK_FALSE(limits.refuse("203.0.113.1", "token", kNow));
  const auto refused = limits.refuse("203.0.113.1", "token", kNow);
  REQUIRE(refused);
  CHECK(refused->status == 429);
  CHECK(refused->retry_after_s == 1);
  CHECK(refused->detail.find("988") != std::string::npos);
  CHECK_FALSE(limits.refuse("203.0.113.1", "another", kNow));
  CHECK(limits.refuse("203.0.113.1", "a third", kNow));
  CHECK_FALSE(limits.refuse("203.0.113.2", "a third", kNow));
}

TEST_CASE("this machine's own programs, which have no address, are limited by conversation alone") {
  bot::LimitsConfig config;
  config.address_messages_burst = 1;
  bot::VisitorLimits limits(config);
  for (int message = 0; message < 100; ++message) CHECK_FALSE(limits.refuse("", "", kNow));
}

TEST_CASE("HTML shows what was written") {
  CHECK(bot::html_escaped("<b a=\"x\" b='y'>&amp;</b>") ==
        "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;");
  CHECK(bot::html_escaped("¿Quién?") == "¿Quién?");
}

TEST_CASE("phone links") {
  CHECK(bot::phone_link("323-990-8178") == "+13239908178");
  CHECK(bot::phone_link("(323) 990 8178") == "+13239908178");
  CHECK(bot::phone_link("988") == "988");
}

}  // namespace
