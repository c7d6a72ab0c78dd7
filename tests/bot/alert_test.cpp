#include "bot/alert/alert_sender.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>

#include <cstring>
#include <functional>

#include "bot/alert/email.h"
#include "bot/alert/private_address.h"
#include "bot/alert/webhook.h"
#include "bot/store/callback_queue.h"
#include "bot/store/database.h"
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

namespace {

constexpr std::int64_t kNow = tests::Visitor::kStart + 60'000;
constexpr std::int64_t kLease = 15 * 60'000;
constexpr std::int64_t kAfter = 300'000;

/// A crisis that nobody has claimed, told once.
struct Crisis {
  std::vector<std::string> ways = {"webhook"};
  bot::Store store{[this] {
                     bot::StoreSettings settings;
                     settings.alert_ways = ways;
                     return settings;
                   }(),
                   bot::Keys::random()};
  bot::Outbox outbox{store.database()};
  bot::CallbackQueue queue{store};
  tests::Visitor visitor{"c1"};

  Crisis() {
    store.commit(visitor.leaves_details("Omar", "+12135550109", true));
    tell();
  }
  void tell() {
    for (const auto& alert : outbox.due(INT64_MAX, 100)) outbox.told(alert.id, kNow);
  }
  /// Whether it is told again at that time.
  bool reminds(std::int64_t now_ms) {
    outbox.escalate(ways, kAfter, now_ms);
    const bool reminded = !outbox.due(INT64_MAX, 1).empty();
    tell();
    return reminded;
  }
};

}  // namespace

TEST_CASE("reminders: an unclaimed crisis is told again each time so much has gone by") {
  Crisis crisis;
  CHECK_FALSE(crisis.reminds(kNow));
  CHECK(crisis.reminds(kNow + kAfter));
  CHECK_FALSE(crisis.reminds(kNow + 2 * kAfter - 1));
  CHECK(crisis.reminds(kNow + 2 * kAfter));
}

TEST_CASE("reminders: acknowledged, claimed, withdrawn or erased, it is told no more") {
  const std::vector<std::function<void(Crisis&)>> ends = {
      [](Crisis& at) { at.queue.acknowledge("c1-1", "sam", kNow); },
      [](Crisis& at) { at.queue.claim("c1-1", "dana", kNow, kLease); },
      [](Crisis& at) { at.queue.claim_next("dana", kNow, kLease); },
      [](Crisis& at) { at.store.commit(at.visitor.says("no", {dialogs::Effect::cancel_lead})); },
      [](Crisis& at) { at.store.erase("c1", kNow); }};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    CAPTURE(i);
    Crisis crisis;
    ends[i](crisis);
    CHECK_FALSE(crisis.reminds(kNow + 10 * kAfter));
  }
}

TEST_CASE("reminders: a claim that came to nothing acknowledged nothing") {
  Crisis crisis;
  crisis.queue.claim("c1-1", "dana", kNow, kLease);
  crisis.queue.release("c1-1", "dana", kNow);
  CHECK(crisis.queue.find("c1-1")->acknowledged_by.empty());
  CHECK(crisis.reminds(kNow + kAfter));
  // The coordinator's phone died: the lease runs out.
  crisis.queue.claim("c1-1", "dana", kNow + kAfter, kLease);
  CHECK_FALSE(crisis.reminds(kNow + 3 * kAfter));
  crisis.queue.keep_time(kNow + kAfter + kLease);
  CHECK(crisis.queue.find("c1-1")->status == "new");
  CHECK(crisis.reminds(kNow + kAfter + kLease));
  // Who called has it in hand, and so has who said so, whatever became of another's claim.
  crisis.queue.claim("c1-1", "omar", kNow + 2 * kLease, kLease);
  crisis.queue.record_attempt("c1-1", {"no_answer", "", "omar", kNow + 2 * kLease});
  CHECK_FALSE(crisis.reminds(kNow + 100 * kLease));
  Crisis other;
  other.queue.acknowledge("c1-1", "sam", kNow);
  other.queue.claim("c1-1", "dana", kNow, kLease);
  other.queue.release("c1-1", "dana", kNow);
  CHECK(other.queue.find("c1-1")->acknowledged_by == "sam");
  CHECK_FALSE(other.reminds(kNow + 10 * kAfter));
}

TEST_CASE("reminders: danger that comes back is told again, whoever had it in hand") {
  Crisis crisis;
  const auto told_anew = [&](bool danger) {
    auto turn = crisis.visitor.says("...");
    turn.at_ms = kNow;
    turn.danger = danger;
    crisis.store.commit(turn);
    const bool told = !crisis.outbox.due(INT64_MAX, 1).empty();
    crisis.tell();
    return told;
  };
  CHECK_FALSE(told_anew(true));  // nobody has said that they are on it: the reminders go on
  crisis.queue.acknowledge("c1-1", "sam", kNow);
  CHECK_FALSE(told_anew(false));
  CHECK(told_anew(true));
  CHECK_FALSE(told_anew(true));
  CHECK(crisis.queue.find("c1-1")->acknowledged_by.empty());
  CHECK(crisis.reminds(kNow + kAfter));
  // Who holds it sees that there is more; nobody else is called.
  crisis.queue.claim("c1-1", "dana", kNow, kLease);
  CHECK_FALSE(told_anew(true));
  CHECK(crisis.queue.find("c1-1")->bumped);
  CHECK(crisis.queue.find("c1-1")->holder == "dana");
  // Nobody answered, and the next call is hours away.
  crisis.queue.record_attempt("c1-1", {"voicemail", "", "dana", kNow});
  CHECK(crisis.queue.find("c1-1")->asleep);
  CHECK(told_anew(true));
  CHECK_FALSE(crisis.queue.find("c1-1")->asleep);
  CHECK(crisis.queue.claim_next("omar", kNow, kLease)->id == "c1-1");
  crisis.queue.record_attempt("c1-1", {"reached", "", "omar", kNow});
  CHECK(told_anew(true));
  CHECK(crisis.queue.find("c1-1")->status == "attempting");
  CHECK(crisis.reminds(kNow + 2 * kAfter));
  crisis.queue.claim("c1-1", "omar", kNow, kLease);
  crisis.queue.record_attempt("c1-1", {"asked_to_stop", "", "omar", kNow});
  CHECK_FALSE(told_anew(true));
  CHECK(crisis.queue.find("c1-1")->status == "do_not_contact");
}

TEST_CASE("reminders: danger of a request on another's card is told of that card") {
  Crisis desk;
  desk.queue.claim("c1-1", "dana", kNow, kLease);
  desk.queue.record_attempt("c1-1", {"voicemail", "", "dana", kNow});
  tests::Visitor other("c2", "+12135550109");
  auto turn = other.leaves_details("Omar", "+12135550109", true);
  turn.at_ms = kNow;
  desk.store.commit(turn);
  CHECK(desk.queue.find("c2-1")->merged_into == "c1-1");
  const auto due = desk.outbox.due(INT64_MAX, 10);
  REQUIRE(due.size() == 1);
  CHECK(due[0].kind == "urgent");
  CHECK(due[0].about == "c1-1");
  desk.tell();
  CHECK(desk.reminds(kNow + kAfter));
  // Taken off again it is a crisis of its own, and nobody has it in hand.
  desk.queue.acknowledge("c1-1", "sam", kNow);
  desk.queue.unmerge("c2-1", "sam", kNow + kAfter);
  CHECK(desk.reminds(kNow + 2 * kAfter));
}

TEST_CASE("outbox: what has ended is forgotten, but nothing that a reminder rests on") {
  Crisis crisis;
  tests::Visitor quiet("c2");
  crisis.store.commit(quiet.leaves_details("Dana", "+12135550187"));
  const auto rows = [&] {
    return crisis.store.database().read([](SQLite::Database& database) {
      return database.execAndGet("SELECT count(*) FROM alert").getInt();
    });
  };
  CHECK(rows() == 2);
  crisis.outbox.forget(kNow + 1);  // the second was not told yet
  CHECK(rows() == 2);
  crisis.tell();
  crisis.outbox.forget(kNow);  // told at that time, not before it
  CHECK(rows() == 2);
  crisis.outbox.forget(kNow + 1);
  CHECK(rows() == 1);
  CHECK(crisis.reminds(kNow + kAfter));
  crisis.queue.acknowledge("c1-1", "sam", kNow + kAfter);
  crisis.outbox.forget(kNow + kAfter + 1);
  CHECK(rows() == 1);
  // That danger was told is known while the conversation is: it is not told anew.
  crisis.store.commit(crisis.visitor.says("..."));
  CHECK(crisis.outbox.due(INT64_MAX, 10).empty());
  crisis.store.erase("c1", kNow);
  crisis.outbox.forget(kNow + kAfter + 1);
  CHECK(rows() == 0);
}
