#include <doctest/doctest.h>

#include <functional>

#include "bot/store/callback_queue.h"
#include "bot/store/database.h"
#include "bot/store/outbox.h"
#include "bot/store/store.h"
#include "tests/bot/visitor.h"

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
  // Whether a number is wrong, or a call was not wanted, is for a person to weigh against danger.
  for (const char* outcome : {"wrong_number", "asked_to_stop"}) {
    CAPTURE(outcome);
    crisis.queue.record_attempt("c1-1", {outcome, "", "omar", kNow});
    CHECK_FALSE(told_anew(false));
    CHECK(told_anew(true));
    CHECK(crisis.queue.find("c1-1")->status == "attempting");
    CHECK(crisis.queue.claim_next("omar", kNow, kLease)->id == "c1-1");
  }
  CHECK(crisis.queue.find("c1-1")->suppressed);
  // What the visitor withdrew is no request any more.
  crisis.store.commit(crisis.visitor.says("cancel", {dialogs::Effect::cancel_lead}));
  CHECK_FALSE(told_anew(true));
  CHECK(crisis.queue.find("c1-1")->status == "cancelled");
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
