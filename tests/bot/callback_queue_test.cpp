#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "bot/store/callback_queue.h"
#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

using bot::Verdict;
using bot::Store;
using tests::Visitor;

namespace {

constexpr std::int64_t kNow = Visitor::kStart + 60'000;
constexpr std::int64_t kLease = 15 * 60'000;
constexpr const char* kId = "c1-1";

/// The i-th caller's own.
std::string number(int i) { return "+1213555" + std::to_string(1000 + i); }

/// A desk with the given number of callbacks: c1-1 is the oldest.
struct Desk {
  tests::TemporaryFolder folder;
  Store store{{folder / "s.sqlite"}, bot::Keys::random()};
  bot::CallbackQueue queue{store};

  explicit Desk(int callbacks = 1) {
    for (int i = 1; i <= callbacks; ++i) {
      Visitor visitor("c" + std::to_string(i));
      auto turn = visitor.leaves_details("Dana", number(i));
      turn.at_ms += i;
      store.commit(turn);
    }
  }
  bot::Callback callback(const std::string& id = kId) const { return *store.find_callback(id); }
};

}  // namespace

TEST_CASE("queue: a callback comes back with its fields, its consent and its phone's others") {
  const Desk desk(2);
  const auto callback = desk.callback();
  CHECK(callback.status == "new");
  CHECK(std::get<std::string>(callback.fields.at("name")) == "Dana");
  CHECK(callback.consent == dialogs::Consent{"callback", "2026-03-01", "You may call.",
                                             Visitor::kStart, dialogs::Channel::web});
  CHECK(callback.conversation_id == "c1");
  CHECK(desk.store.find_callbacks_by_phone(number(2)).size() == 1);
  CHECK(desk.store.find_callbacks_by_phone(number(3)).empty());
  CHECK(desk.store.find_callbacks_by_phone("").empty());
  CHECK_FALSE(desk.store.find_callback("c9-1"));
}

TEST_CASE("queue: the urgent first, then the longest waiting; never more than asked for") {
  Desk desk(3);
  Visitor urgent("u");
  auto turn = urgent.leaves_details("Omar", number(9), true);
  turn.at_ms += 99'000;
  desk.store.commit(turn);
  std::vector<std::string> order;
  for (const auto& callback : desk.store.callbacks(100)) order.push_back(callback.id);
  CHECK(order == std::vector<std::string>{"u-1", "c1-1", "c2-1", "c3-1"});
  CHECK(desk.store.callbacks(2).size() == 2);
  CHECK(desk.queue.claim_next("dana", kNow, kLease)->id == "u-1");
  CHECK(desk.queue.claim_next("dana", kNow, kLease)->id == "c1-1");
}

TEST_CASE("queue: of 32 who reach for one callback at once, one has it") {
  for (int round = 0; round < 5; ++round) {
    Desk desk;
    std::atomic<int> holders = 0;
    std::atomic<int> turned_away = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 32; ++i)
      threads.emplace_back([&, i] {
        const std::string holder = "coordinator-" + std::to_string(i);
        const bool has_it =
            i % 2 == 0 ? desk.queue.claim(kId, holder, kNow, kLease) == Verdict::done
                       : desk.queue.claim_next(holder, kNow, kLease).has_value();
        ++(has_it ? holders : turned_away);
      });
    for (auto& thread : threads) thread.join();
    CHECK(holders == 1);
    CHECK(turned_away == 31);
    CHECK(desk.callback().status == "claimed");
  }
}

TEST_CASE("queue: 32 who pull from 20 callbacks get 20 different ones") {
  Desk desk(20);
  std::vector<std::string> got(32);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < got.size(); ++i)
    threads.emplace_back([&, i] {
      if (const auto next = desk.queue.claim_next("c" + std::to_string(i), kNow, kLease))
        got[i] = next->id;
    });
  for (auto& thread : threads) thread.join();
  std::sort(got.begin(), got.end());
  CHECK(std::count(got.begin(), got.end(), "") == 12);
  CHECK(std::unique(got.begin() + 12, got.end()) == got.end());
}

TEST_CASE("queue: a lease that ran out frees the callback for others, to the millisecond") {
  Desk desk;
  REQUIRE(desk.queue.claim(kId, "dana", kNow, kLease) == Verdict::done);
  CHECK(desk.callback().lease_until_ms == kNow + kLease);
  CHECK(desk.queue.claim(kId, "omar", kNow + kLease - 1, kLease) == Verdict::held_by_other);
  CHECK_FALSE(desk.queue.claim_next("omar", kNow + kLease - 1, kLease));
  CHECK(desk.callback().holder == "dana");
  CHECK(desk.queue.claim_next("omar", kNow + kLease, kLease)->holder == "omar");
  // Who lost it can neither give it back nor note a call.
  CHECK(desk.queue.release(kId, "dana", kNow + kLease) == Verdict::held_by_other);
  CHECK(desk.queue.record_attempt(kId, {"reached", "", "dana", kNow + kLease}) ==
        Verdict::held_by_other);
  CHECK(desk.callback().holder == "omar");
  CHECK(desk.callback().attempts == 0);
}

TEST_CASE("queue: the holder can claim again and so keep it longer") {
  Desk desk;
  desk.queue.claim(kId, "dana", kNow, kLease);
  CHECK(desk.queue.claim(kId, "dana", kNow + 1000, kLease) == Verdict::done);
  CHECK(desk.callback().lease_until_ms == kNow + 1000 + kLease);
}

TEST_CASE("queue: what is released is the next for somebody else") {
  Desk desk;
  desk.queue.claim(kId, "dana", kNow, kLease);
  CHECK(desk.queue.release(kId, "omar", kNow) == Verdict::held_by_other);
  CHECK(desk.queue.release(kId, "dana", kNow) == Verdict::done);
  CHECK(desk.callback().status == "new");
  CHECK(desk.callback().holder.empty());
  CHECK(desk.queue.claim_next("omar", kNow, kLease)->id == kId);
}

TEST_CASE("queue: attempts are counted and what they found decides what follows") {
  struct Expected {
    const char* outcome;
    const char* status;
    bool open;
  };
  const std::vector<Expected> table = {{"no_answer", "attempting", true},
                                       {"busy", "attempting", true},
                                       {"voicemail", "attempting", true},
                                       {"reached", "reached", false},
                                       {"wrong_number", "wrong_number", false}};
  for (const auto& [outcome, status, open] : table) {
    Desk desk;
    CAPTURE(outcome);
    // Only the holder notes an attempt.
    CHECK(desk.queue.record_attempt(kId, {outcome, "", "dana", kNow}) ==
          Verdict::held_by_other);
    desk.queue.claim(kId, "dana", kNow, kLease);
    CHECK(desk.queue.record_attempt(kId, {outcome, "call after six", "dana", kNow}) ==
          Verdict::done);
    CHECK(desk.callback().status == status);
    CHECK(desk.callback().attempts == 1);
    CHECK(desk.callback().holder.empty());
    CHECK(desk.store.callbacks(10).size() == (open ? 1 : 0));
    CHECK(desk.queue.claim(kId, "omar", kNow, kLease) ==
          (open ? Verdict::done : Verdict::closed));
  }
}

TEST_CASE("queue: a released callback that was tried before is not new again") {
  Desk desk;
  desk.queue.claim(kId, "dana", kNow, kLease);
  desk.queue.record_attempt(kId, {"busy", "", "dana", kNow});
  desk.queue.claim(kId, "dana", kNow, kLease);
  desk.queue.release(kId, "dana", kNow);
  CHECK(desk.callback().status == "attempting");
}

TEST_CASE("queue: what the visitor changes or withdraws reaches the desk, claimed or not") {
  Desk desk(0);
  Visitor visitor("c1");
  desk.store.commit(visitor.leaves_details("Dana", "+12135550187"));
  desk.queue.claim(kId, "omar", kNow, kLease);
  visitor.conversation().session.lead->fields["phone"] = std::string("+12135550199");
  visitor.conversation().session.lead->urgent = true;
  desk.store.commit(visitor.says("sorry, it's 0199", {dialogs::Effect::update_lead}));
  CHECK(desk.callback().holder == "omar");
  CHECK(desk.callback().urgent);
  CHECK(desk.store.find_callbacks_by_phone("+12135550187").empty());
  CHECK(desk.store.find_callbacks_by_phone("+12135550199").size() == 1);
  const auto version = desk.callback().version;
  desk.store.commit(visitor.says("cancel", {dialogs::Effect::cancel_lead}));
  CHECK(desk.callback().status == "cancelled");
  CHECK(desk.callback().holder.empty());
  CHECK(desk.callback().version > version);
  CHECK(desk.store.callbacks(10).empty());
  CHECK(desk.queue.claim(kId, "dana", kNow + kLease, kLease) == Verdict::closed);
}

TEST_CASE("queue: verbs on a callback that is not there say so") {
  Desk desk(0);
  CHECK(desk.queue.claim("c9-1", "dana", kNow, kLease) == Verdict::not_found);
  CHECK(desk.queue.release("c9-1", "dana", kNow) == Verdict::not_found);
  CHECK(desk.queue.record_attempt("c9-1", {"busy", "", "dana", kNow}) == Verdict::not_found);
  CHECK_FALSE(desk.queue.claim_next("dana", kNow, kLease));
}
