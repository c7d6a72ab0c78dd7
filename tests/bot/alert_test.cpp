#include "bot/alert/alert_sender.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>

#include <cstring>

#include "bot/alert/email.h"
#include "bot/alert/private_address.h"
#include "bot/alert/webhook.h"
#include "bot/store/store.h"
#include "tests/bot/visitor.h"

namespace {

bool is_private(const char* text) {
  sockaddr_storage storage{};
  if (std::strchr(text, ':') != nullptr) {
    auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
    v6.sin6_family = AF_INET6;
    REQUIRE(inet_pton(AF_INET6, text, &v6.sin6_addr) == 1);
  } else {
    auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
    v4.sin_family = AF_INET;
    REQUIRE(inet_pton(AF_INET, text, &v4.sin_addr) == 1);
  }
  return bot::is_private_address(reinterpret_cast<const sockaddr&>(storage));
}

const bot::Alert kAlert{"msg_1", "urgent", "c1-1", "webhook", 0, 0};

}  // namespace

TEST_CASE("webhook: signed as the Standard Webhooks specification's example is") {
  CHECK(bot::webhook_signature("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330",
                               R"({"test": 2432232314})",
                               {"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}) ==
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  const auto both = bot::webhook_signature("a", "1", "{}", {"one", "two"});
  CHECK(both.find(" v1,") != std::string::npos);
}

TEST_CASE("SSRF (ASVS 1.3.6): addresses inside are known in every writing") {
  for (const char* inside :
       {"127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::",
        "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "::127.0.0.1"}) {
    CAPTURE(inside);
    CHECK(is_private(inside));
  }
  for (const char* outside : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111",
                              "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
    CAPTURE(outside);
    CHECK_FALSE(is_private(outside));
  }
}

TEST_CASE("alert: an id, a kind, a time, and nothing of the visitor") {
  CHECK(bot::webhook_payload(kAlert) ==
        R"({"type":"callback.urgent","timestamp":"1970-01-01T00:00:00.000Z",)"
        R"("data":{"id":"c1-1"}})");
  bot::EmailConfig config;
  config.from = "bot@clinic.example";
  config.to = {"a@clinic.example", "b@clinic.example"};
  const auto message = bot::email_message(kAlert, config, 0);
  CHECK(message.find("To: a@clinic.example, b@clinic.example\r\n") != std::string::npos);
  CHECK(message.find("Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n") != std::string::npos);
  for (const char* word : {"crisis", "suicid", "Dana", "treat", "patient"})
    CHECK(message.find(word) == std::string::npos);
}

TEST_CASE("alert: waits double to the longest, with chance, and as long as the receiver asks") {
  bot::AlertConfig config;
  config.retry_first_s = 5;
  config.retry_max_s = 900;
  bot::Alert alert = kAlert;
  const auto wait = [&](int tries, double chance, int asked_s = 0) {
    alert.tries = tries;
    return bot::alert_wait_ms(config, alert, {bot::Telling::Result::later, "", asked_s}, chance);
  };
  CHECK(wait(0, 0) == 5000);
  CHECK(wait(1, 0) == 10'000);
  CHECK(wait(1, 1) == 5000);
  CHECK(wait(500, 0) == 900'000);
  CHECK(wait(0, 0, 120) == 120'000);
}

TEST_CASE("outbox: a new request is told each way, with the turn; an urgent one once, and again") {
  bot::StoreSettings settings;
  settings.alert_ways = {"webhook", "email"};
  bot::Store store(settings, bot::Keys::random());
  bot::Outbox outbox(store.database());
  tests::Visitor visitor("c1");
  store.commit(visitor.says("hello"));
  CHECK(outbox.due(INT64_MAX, 10).empty());
  store.commit(visitor.leaves_details("Dana", "+12135550187"));
  auto due = outbox.due(INT64_MAX, 10);
  REQUIRE(due.size() == 2);
  CHECK(due[0].kind == "new");
  outbox.told(due[0].id, 1);
  outbox.give_up(due[1].id, "status 410", 1);
  CHECK(outbox.due(INT64_MAX, 10).empty());
  visitor.conversation().session.lead->urgent = true;
  store.commit(visitor.says("..."));
  store.commit(visitor.says("..."));
  due = outbox.due(INT64_MAX, 10);
  REQUIRE(due.size() == 2);
  CHECK(due[0].kind == "urgent");
  outbox.try_again(due[0].id, "status 503", 5'000'000'000'000);
  CHECK(outbox.due(4'000'000'000'000, 10).size() == 1);
  // What was not told, and why: one was given up, two are tried.
  const auto untold = outbox.untold();
  REQUIRE(untold.size() == 3);
  CHECK(untold[0].why == "status 410");
  CHECK(untold[0].given_up_at_ms == 1);
  CHECK(untold[1].given_up_at_ms == 0);
}
