#include <doctest/doctest.h>

#include "bot/desk/outcome.h"
#include "bot/store/callback_queue.h"
#include "bot/store/reports.h"
#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

using bot::Verdict;
using tests::Visitor;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kNow = Visitor::kStart + kMinute;
constexpr std::int64_t kLease = 15 * kMinute;
constexpr const char* kId = "c1-1";
constexpr const char* kPhone = "+12135550187";

/// A callback in Dana's hands, and what the desk can be asked about it.
struct Held {
  tests::TemporaryFolder folder;
  bot::Store store{{folder / "s.sqlite"}, bot::Keys::random()};
  bot::CallbackQueue queue{store};
  Visitor visitor{"c1"};

  Held() {
    store.commit(visitor.leaves_details("Maria", kPhone));
    claim();
  }
  void claim(std::int64_t at_ms = kNow, const char* by = "dana") {
    REQUIRE(queue.claim(kId, by, at_ms, kLease) == Verdict::done);
  }
  void log(const char* outcome, std::int64_t at_ms = kNow) {
    REQUIRE(queue.record_attempt(kId, {outcome, "", "dana", at_ms}) == Verdict::done);
  }
  Verdict undo(const char* by = "dana", std::int64_t at_ms = kNow + kMinute) {
    return queue.undo(kId, by, at_ms, kLease);
  }
  bot::Callback card() const { return *queue.find(kId); }
  /// Where it stands, without who holds it and how often it was changed.
  auto place() const {
    const auto now = card();
    return std::tuple(now.attempts, now.promise_missed, now.first_attempt_at_ms, now.asleep,
                      now.turns_at_ms, now.due_ms, now.bumped, now.suppressed);
  }
};

}  // namespace

TEST_CASE("undo: whatever was logged by mistake, the callback stands where it stood, held again") {
  for (const auto& outcome : bot::kOutcomes) {
    CAPTURE(outcome.name);
    Held held;
    const auto before = held.place();
    held.log(outcome.name.data());
    CHECK(held.card().status == bot::name_of(outcome.state));
    REQUIRE(held.queue.history(kId).undoable);
    CHECK(held.queue.history(kId).undoable->outcome == outcome.name);
    REQUIRE(held.undo() == Verdict::done);
    CHECK(held.place() == before);
    CHECK(held.card().status == "claimed");
    CHECK(held.card().holder == "dana");
    CHECK(held.card().lease_until_ms == kNow + kMinute + kLease);
    const auto history = held.queue.history(kId);
    CHECK_FALSE(history.undoable);
    REQUIRE(history.attempts.size() == 1);
    CHECK(history.attempts[0].undone_at_ms == kNow + kMinute);
    CHECK(history.events.back().what == "taken back");
    // What was meant can be logged then, and counts once.
    held.log("no_answer", kNow + 2 * kMinute);
    CHECK(held.card().attempts == 1);
    CHECK(held.queue.history(kId).attempts.size() == 2);
    const auto figures = bot::Reports(held.store.database()).desk({0, kNow * 2}, kNow);
    CHECK(figures.outcomes == std::map<std::string, std::int64_t>{{"no_answer", 1}});
  }
}

TEST_CASE("undo: only by who logged it, for ten minutes, once") {
  Held held;
  CHECK(held.undo() == Verdict::not_allowed);
  CHECK(held.queue.undo("c9-1", "dana", kNow, kLease) == Verdict::not_found);
  held.log("reached");
  CHECK(held.undo("omar") == Verdict::not_allowed);
  CHECK(held.undo("dana", kNow + bot::kUndoMs + 1) == Verdict::not_allowed);
  CHECK(held.undo("dana", kNow + bot::kUndoMs) == Verdict::done);
  CHECK(held.undo("dana", kNow + bot::kUndoMs) == Verdict::not_allowed);
}

TEST_CASE("undo: not after anything else has happened to the callback") {
  const auto refused_after = [](auto happen) {
    Held held;
    held.log("busy");
    happen(held);
    CHECK_FALSE(held.queue.history(kId).undoable);
    CHECK(held.undo() == Verdict::not_allowed);
  };
  refused_after([](Held& held) { held.claim(kNow, "omar"); });
  refused_after([](Held& held) {
    held.claim(kNow, "omar");
    held.queue.release(kId, "omar", kNow);
  });
  refused_after([](Held& held) {
    held.queue.change(kId, {"declined", {}, "omar", held.card().version, kNow});
  });
  refused_after([](Held& held) {
    Visitor again("c2");
    held.store.commit(again.leaves_details("Maria", kPhone));
  });
  refused_after([](Held& held) {
    held.store.commit(held.visitor.says("cancel", {dialogs::Effect::cancel_lead}));
  });
  refused_after([](Held& held) { held.store.erase("c1", kNow); });
  // A note changes nothing of it.
  Held held;
  held.log("busy");
  held.queue.add_note(kId, {0, "They sounded tired.", "omar", kNow});
  CHECK(held.undo() == Verdict::done);
}

TEST_CASE("undo: a number that asked for silence before still does") {
  Held held;
  held.log("asked_to_stop");
  held.store.erase("c1", kNow);
  Visitor again("c2");
  held.store.commit(again.leaves_details("Maria", kPhone));
  REQUIRE(held.queue.claim("c2-1", "dana", kNow, kLease) == Verdict::done);
  held.queue.record_attempt("c2-1", {"asked_to_stop", "", "dana", kNow + kMinute});
  REQUIRE(held.queue.undo("c2-1", "dana", kNow + 2 * kMinute, kLease) == Verdict::done);
  CHECK(held.queue.find("c2-1")->suppressed);
}

TEST_CASE("undo: of two attempts the later, then no further") {
  Held held;
  held.log("busy");
  held.claim(kNow + kMinute);
  const auto before = held.place();
  held.log("wrong_number", kNow + kMinute);
  CHECK(held.undo("dana", kNow + 2 * kMinute) == Verdict::done);
  CHECK(held.place() == before);
  CHECK(held.card().attempts == 1);
  CHECK(held.undo("dana", kNow + 2 * kMinute) == Verdict::not_allowed);
}

TEST_CASE("undo: sent twice with one key it is done once") {
  Held held;
  held.log("busy");
  const bot::Caller dana{bot::Caller::Kind::person, "dana", {}, {}};
  auto again = held.queue.worked_by(dana, {"dana k", "POST undo"});
  CHECK(again.undo(kId, "dana", kNow, kLease) == Verdict::done);
  held.log("reached", kNow + kMinute);
  CHECK(again.undo(kId, "dana", kNow + kMinute, kLease) == Verdict::done);
  CHECK(held.card().status == "reached");
}
