#include <doctest/doctest.h>

#include "bot/account/passwords.h"
#include "bot/store/accounts.h"
#include "bot/store/api_tokens.h"
#include "bot/store/callback_queue.h"
#include "bot/store/database.h"
#include "tests/bot/visitor.h"

using bot::Verdict;
using tests::Visitor;

namespace {

constexpr std::int64_t kNow = Visitor::kStart + 60'000;
constexpr std::int64_t kLease = 15 * 60'000;
constexpr std::int64_t kHour = 60LL * 60'000;

struct Desk {
  bot::Store store{{}, bot::Keys::random()};
  bot::CallbackQueue queue{store};
  bot::Caller dana{bot::Caller::Kind::person, "dana", {}, {}};

  explicit Desk(int callbacks) {
    for (int i = 1; i <= callbacks; ++i) {
      auto turn = Visitor("c" + std::to_string(i))
                      .leaves_details("Dana", "+1213555" + std::to_string(1000 + i));
      turn.at_ms += i;
      store.commit(turn);
    }
  }
  bot::CallbackQueue sent(const char* key, const char* request = "POST next") const {
    return queue.worked_by(dana, {key, request});
  }
  std::size_t entries() const {
    return bot::AuditLog(store.database()).find({.about = "c1-1"}).size();
  }
};

struct Clock {
  bot::Database database{{}, bot::Keys::random()};
  bot::Accounts accounts{database};
  bot::ApiTokens tokens{database};
  int made = 0;

  bot::AuditEntry entry(std::int64_t at_ms) const {
    return {0, at_ms, bot::Caller::Kind::person, "root", "made", "dana", ""};
  }
  bot::Accounts::Outcome add(std::int64_t at_ms, const char* request = "add dana") {
    return accounts.add({"dana", bot::Role::admin, false, "hash", "totp", 0, 0}, {}, entry(at_ms),
                        reply(request));
  }
  bot::AccountReply reply(const char* request) {
    return {{"key", request},
            [this](const bot::Account&) { return "secret " + std::to_string(++made); },
            true};
  }
  std::int64_t kept() {
    return database.read([](SQLite::Database& rows) {
      return rows
          .execAndGet("SELECT count(*) FROM idempotency WHERE sealed_answer IS NOT NULL")
          .getInt64();
    });
  }
};

}  // namespace

TEST_CASE("once: a lost answer of next, asked for again, claims no second card") {
  const Desk desk(2);
  CHECK(desk.sent("k-1").claim_next("dana", kNow, kLease)->id == "c1-1");
  const auto again = desk.sent("k-1").claim_next("dana", kNow + 1, kLease);
  CHECK(again.verdict == Verdict::done);
  CHECK(again->id == "c1-1");
  CHECK(desk.entries() == 1);
  CHECK(desk.sent("k-1", "POST claim").claim_next("dana", kNow, kLease).verdict ==
        Verdict::key_reused);
  CHECK(desk.sent("k-2").claim_next("dana", kNow, kLease)->id == "c2-1");
}

TEST_CASE("once: a next that found nothing needs no memory") {
  Desk desk(0);
  CHECK(desk.sent("k-1").claim_next("dana", kNow, kLease).verdict == Verdict::not_found);
  desk.store.commit(Visitor("c1").leaves_details("Dana", "+12135551001"));
  CHECK(desk.sent("k-1").claim_next("dana", kNow, kLease)->id == "c1-1");
}

TEST_CASE("once: what is sent again is shown as it is now, and done once") {
  Desk desk(1);
  CHECK(desk.sent("k-1", "claim").claim("c1-1", "dana", kNow, kLease) == Verdict::done);
  CHECK(desk.sent("k-2", "release").release("c1-1", "dana", kNow) == Verdict::done);
  CHECK(desk.queue.claim("c1-1", "omar", kNow, kLease) == Verdict::done);
  // Whoever reads that it is done calls: a claim that somebody else has since is none.
  CHECK(desk.sent("k-1", "claim").claim("c1-1", "dana", kNow, kLease) == Verdict::held_by_other);
  CHECK(desk.sent("k-2", "release").release("c1-1", "dana", kNow) == Verdict::done);
  CHECK(desk.queue.find("c1-1")->holder == "omar");
  CHECK(desk.sent("k-2", "renew").renew("c1-1", "omar", kNow, kLease) == Verdict::key_reused);
}

TEST_CASE("once: a secret is shown again for an hour, then said to be gone") {
  Clock clock;
  using Change = bot::Accounts::Change;
  CHECK(clock.add(0).reply == "secret 1");
  CHECK(clock.add(kHour - 1).reply == "secret 1");
  CHECK(clock.add(kHour - 1, "add another").change == Change::key_reused);
  CHECK(clock.add(kHour).change == Change::reply_gone);
  CHECK(clock.made == 1);
  CHECK(clock.accounts.all().size() == 1);
}

TEST_CASE("once: no answer with a secret stays on the disk after its hour") {
  Clock clock;
  clock.add(0);
  CHECK(clock.kept() == 1);
  const auto shown = [](const std::string& secret) { return secret; };
  clock.tokens.add({"crm", {}, 0}, clock.entry(kHour), shown, {"another key", "x"});
  CHECK(clock.kept() == 1);

  bot::Store store{{}, bot::Keys::random()};
  bot::ApiTokens(store.database())
      .add({"crm", {}, 0}, clock.entry(kNow), shown, {"key", "x"});
  const auto kept = [&] {
    return store.database().read([](SQLite::Database& rows) {
      return rows.execAndGet("SELECT count(sealed_answer) FROM idempotency").getInt64();
    });
  };
  bot::CallbackQueue(store).keep_time(kNow + kHour - 1);
  CHECK(kept() == 1);
  bot::CallbackQueue(store).keep_time(kNow + kHour);
  CHECK(kept() == 0);
}

TEST_CASE("once: a token that is asked for again is the one that was made") {
  Clock clock;
  const auto shown = [](const std::string& secret) { return secret; };
  const auto add = [&](std::int64_t at_ms, const char* key) {
    return clock.tokens.add({"crm", {bot::Permission::read_queue}, 0}, clock.entry(at_ms), shown,
                            {key, "add crm"});
  };
  const auto first = add(0, "k-1").reply;
  CHECK(clock.tokens.find(first));
  CHECK(add(1, "k-1").reply == first);
  CHECK(add(1, "k-2").added == bot::ApiTokens::Added::taken);
  CHECK(add(kHour, "k-1").added == bot::ApiTokens::Added::reply_gone);
  const bot::Once once{"k-3", "revoke crm"};
  CHECK(clock.tokens.revoke("crm", clock.entry(2), once) == Verdict::done);
  CHECK(clock.tokens.revoke("crm", clock.entry(3), once) == Verdict::done);
  CHECK(clock.tokens.revoke("crm", clock.entry(3)) == Verdict::not_found);
}

TEST_CASE("once: a password is known again by its digest, which another salt changes") {
  bot::Passwords passwords(1);
  const auto digest = passwords.digest("four plain words here", "k-1");
  CHECK(digest == passwords.digest("four plain words here", "k-1"));
  CHECK(digest != passwords.digest("four plain words here", "k-2"));
  CHECK(digest != passwords.digest("four plain words There", "k-1"));
}
