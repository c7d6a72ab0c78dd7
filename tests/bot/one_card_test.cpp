#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "bot/desk/one_person.h"
#include "bot/store/callback_queue.h"
#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

using bot::Verdict;
using tests::Visitor;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr std::int64_t kNow = Visitor::kStart + kMinute;
constexpr std::int64_t kLease = 15 * kMinute;
constexpr const char* kPhone = "+12135550187";
constexpr const char* kOther = "+12135550199";

struct Desk {
  tests::TemporaryFolder folder;
  bot::Store store{{folder / "s.sqlite"}, bot::Keys::random()};
  bot::CallbackQueue queue{store};

  /// A request of its own conversation; gives its id.
  std::string request(const std::string& conversation, const char* phone = kPhone,
                      std::int64_t at_ms = kNow, const dialogs::Slots& more = {}) {
    Visitor visitor(conversation);
    auto turn = visitor.leaves_details("Maria", phone);
    turn.at_ms = at_ms;
    for (const auto& [field, value] : more) turn.conversation.session.lead->fields[field] = value;
    store.commit(turn);
    return conversation + "-1";
  }
  void try_to_call(const std::string& id, std::int64_t at_ms, std::int64_t next_at_ms = 0) {
    REQUIRE(queue.claim(id, "dana", at_ms, kLease) == Verdict::done);
    REQUIRE(queue.record_attempt(id, {"no_answer", "", "dana", at_ms, next_at_ms}) ==
            Verdict::done);
  }
  void let_sleep(const std::string& id) { try_to_call(id, kNow, kNow + 2 * kDay); }
  bot::Callback card(const std::string& id) const { return *queue.find(id); }
  auto place(const std::string& id) const {
    const auto now = card(id);
    return std::tuple(now.status, now.asleep, now.turns_at_ms, now.due_ms, now.bumped);
  }
  std::string says(const std::string& id, const char* field) const {
    return std::get<std::string>(card(id).fields.at(field));
  }
  /// Permissions, each given or refused.
  static dialogs::Slots refuses(std::mt19937& chance) {
    const auto answer = [&] { return std::string(chance() % 2 == 0 ? "yes" : "no"); };
    return {{"may_text", answer()}, {"may_voicemail", answer()}};
  }
  Verdict give_number(const std::string& id, const char* phone) {
    return queue.change(id, {"", {{"phone", std::string(phone)}}, "dana", card(id).version, kNow});
  }
};

}  // namespace

TEST_CASE("one card: a merge that is undone leaves the card where it stood") {
  Desk desk;
  const auto card = desk.request("c1");
  desk.let_sleep(card);
  const auto before = desk.place(card);
  CHECK(desk.card(card).asleep);
  const auto second = desk.request("c2");
  CHECK(desk.card(second).merged_into == card);
  CHECK_FALSE(desk.card(card).asleep);
  CHECK(desk.card(card).bumped);
  REQUIRE(desk.queue.unmerge(second, "dana", kNow) == Verdict::done);
  CHECK(desk.place(card) == before);
  CHECK(desk.card(second).status == "new");
}

TEST_CASE("one card: one in review that was brought back by a merge is in review again") {
  Desk desk;
  const auto card = desk.request("c1");
  for (int i = 0; desk.card(card).status != "unreachable"; ++i) {
    REQUIRE(i < 20);
    desk.try_to_call(card, kNow + i * kDay);
  }
  const auto before = desk.place(card);
  const auto second = desk.request("c2");
  CHECK(desk.card(card).status == "attempting");
  SUBCASE("undone at once") {
    REQUIRE(desk.queue.unmerge(second, "dana", kNow) == Verdict::done);
    CHECK(desk.place(card) == before);
  }
  SUBCASE("undone after a new call: that call counts") {
    desk.try_to_call(card, kNow + 30 * kDay);
    REQUIRE(desk.queue.unmerge(second, "dana", kNow + 30 * kDay) == Verdict::done);
    CHECK(desk.card(card).status == "attempting");
    CHECK(desk.card(card).asleep);
  }
}

TEST_CASE("one card: of two merges either can be undone first") {
  for (const bool is_first_undone_first : {true, false}) {
    CAPTURE(is_first_undone_first);
    Desk desk;
    const auto card = desk.request("c1");
    desk.let_sleep(card);
    const auto before = desk.place(card);
    const auto second = desk.request("c2");
    const auto third = desk.request("c3", kPhone, kNow + kMinute);
    REQUIRE(desk.card(third).merged_into == card);
    const auto undo_first = is_first_undone_first ? second : third;
    const auto undo_last = is_first_undone_first ? third : second;
    REQUIRE(desk.queue.unmerge(undo_first, "dana", kNow) == Verdict::done);
    // The other still asks for a call now.
    CHECK_FALSE(desk.card(card).asleep);
    CHECK(desk.card(card).bumped);
    REQUIRE(desk.queue.unmerge(undo_last, "dana", kNow) == Verdict::done);
    CHECK(desk.place(card) == before);
  }
}

TEST_CASE("one card: a number that is corrected brings the requests of that number together") {
  Desk desk;
  const auto wrong = desk.request("c1", kOther);
  const auto other = desk.request("c2");
  SUBCASE("nobody has the other in hand") {
    REQUIRE(desk.give_number(wrong, kPhone) == Verdict::done);
    CHECK(desk.card(other).merged_into == wrong);
    REQUIRE(desk.queue.unmerge(other, "dana", kNow) == Verdict::done);
    CHECK(desk.card(other).status == "new");
  }
  SUBCASE("somebody is calling: nobody's work is taken away, not one's own either") {
    const char* caller = "omar";
    SUBCASE("another") {}
    SUBCASE("oneself") { caller = "dana"; }
    REQUIRE(desk.queue.claim(other, caller, kNow, kLease) == Verdict::done);
    REQUIRE(desk.give_number(wrong, kPhone) == Verdict::done);
    CHECK(desk.card(other).status == "claimed");
    CHECK(desk.card(wrong).history == 1);
  }
  SUBCASE("the number did not change") {
    REQUIRE(desk.give_number(wrong, kOther) == Verdict::unchanged);
    CHECK(desk.card(other).status == "new");
  }
}

TEST_CASE("one card: a card with a waiting request on it is in the queue, danger above all") {
  for (const char* outcome : {"wrong_number", "no_answer"}) {
    CAPTURE(outcome);
    Desk desk;
    const auto card = desk.request("c1", kOther);
    REQUIRE(desk.queue.claim(card, "dana", kNow, kLease) == Verdict::done);
    REQUIRE(desk.queue.record_attempt(card, {outcome, "", "dana", kNow}) == Verdict::done);
    const auto before = desk.card(card);
    Visitor visitor("c2");
    desk.store.commit(visitor.leaves_details("Maria", kPhone, true));
    REQUIRE(desk.give_number(card, kPhone) == Verdict::done);
    CHECK(desk.card("c2-1").merged_into == card);
    CHECK(desk.card(card).urgent);
    CHECK(desk.card(card).status == "attempting");
    CHECK_FALSE(desk.card(card).bumped);  // a coordinator did it: nobody has asked again
    REQUIRE(desk.queue.unmerge("c2-1", "dana", kNow) == Verdict::done);
    CHECK(desk.card(card).status == before.status);
    CHECK(desk.card(card).due_ms == before.due_ms);
    CHECK(desk.queue.claim_next("dana", kNow, kLease)->urgent);
  }
}

TEST_CASE("one card: put on and taken off in any order, nothing is lost or left over") {
  for (unsigned round = 0; round < 60; ++round) {
    CAPTURE(round);
    std::mt19937 chance(round);
    Desk desk;
    const auto card = desk.request("c0", kPhone, kNow, desk.refuses(chance));
    for (int i = 0; desk.card(card).status != "unreachable"; ++i)
      desk.try_to_call(card, kNow + i * kDay);
    const auto place = desk.place(card);
    const auto fields = desk.card(card).fields;
    std::vector<std::string> on_card;
    for (int i = 1; i <= 4; ++i) {
      const auto refused = desk.refuses(chance);
      on_card.push_back(desk.request("c" + std::to_string(i), kPhone, kNow + i, refused));
      REQUIRE(desk.card(on_card.back()).merged_into == card);
    }
    std::shuffle(on_card.begin(), on_card.end(), chance);
    while (!on_card.empty()) {
      CHECK(desk.card(card).status == "attempting");
      for (const char* permission : {"may_text", "may_voicemail"}) {
        bool is_refused = fields.at(permission) == dialogs::SlotValue(std::string("no"));
        for (const auto& other : on_card)
          is_refused |= desk.card(other).fields.at(permission) ==
                        dialogs::SlotValue(std::string("no"));
        CHECK(desk.says(card, permission) == (is_refused ? "no" : "yes"));
      }
      const auto other = on_card.back();
      on_card.pop_back();
      if (chance() % 2 == 0) REQUIRE(desk.queue.unmerge(other, "dana", kNow) == Verdict::done);
      else REQUIRE(desk.store.erase(other.substr(0, 2), kNow));
    }
    CHECK(desk.place(card) == place);
    CHECK(desk.card(card).fields == fields);
  }
}

TEST_CASE("one card: what was erased is on no card any more, nor in its history") {
  Desk desk;
  const auto card = desk.request("c1");
  const auto second = desk.request("c2", kPhone, kNow + 1, {{"email", std::string("b@x.org")}});
  CHECK(desk.says(card, "email") == "b@x.org");
  REQUIRE(desk.queue.change(card, {"", {{"email", std::string("c@x.org")}}, "dana",
                                   desk.card(card).version, kNow}) == Verdict::done);
  const auto third = desk.request("c3", kOther);
  REQUIRE(desk.queue.merge(card, third, "dana", kNow) == Verdict::done);
  CHECK(desk.card(second).merged_into == third);
  REQUIRE(desk.store.erase("c2", kNow));
  REQUIRE(desk.queue.unmerge(card, "dana", kNow) == Verdict::done);
  for (const auto& id : {card, third}) {
    CAPTURE(id);
    for (const auto& [field, value] : desk.card(id).fields)
      CHECK(value != dialogs::SlotValue(std::string("b@x.org")));
    for (const auto& edit : desk.queue.history(id).edits) {
      CHECK(edit.old_value.find("b@x.org") == std::string::npos);
      CHECK(edit.new_value.find("b@x.org") == std::string::npos);
    }
  }
  CHECK(desk.says(card, "email") == "c@x.org");
}

TEST_CASE("one card: what the desk corrected stands, until a newer request refuses it") {
  Desk desk;
  const auto card = desk.request("c1", kPhone, kNow, {{"may_text", std::string("yes")}});
  const auto refused = desk.request("c2", kPhone, kNow + 1, {{"may_text", std::string("no")}});
  CHECK(desk.says(card, "may_text") == "no");
  // They were asked on the phone.
  REQUIRE(desk.queue.change(card, {"", {{"may_text", std::string("yes")}}, "dana",
                                   desk.card(card).version, kNow}) == Verdict::done);
  CHECK(desk.says(card, "may_text") == "yes");
  const auto newer = desk.request("c3", kPhone, kNow + 2, {{"may_text", std::string("no")}});
  CHECK(desk.says(card, "may_text") == "no");
  REQUIRE(desk.queue.unmerge(newer, "dana", kNow) == Verdict::done);
  REQUIRE(desk.queue.unmerge(refused, "dana", kNow) == Verdict::done);
  CHECK(desk.says(card, "may_text") == "yes");
}

TEST_CASE("one card: a change to what is so already changes nothing, and ends no undo") {
  Desk desk;
  const auto card = desk.request("c1");
  desk.try_to_call(card, kNow);
  const auto version = desk.card(card).version;
  CHECK(desk.queue.change(card, {"attempting", {{"name", std::string("Maria")}}, "dana", version,
                                 kNow}) == Verdict::unchanged);
  CHECK(desk.card(card).version == version);
  CHECK(desk.queue.history(card).edits.empty());
  CHECK(desk.queue.undo(card, "dana", kNow, kLease) == Verdict::done);
}

TEST_CASE("one card: the newer request's time counts, whichever card it is put on") {
  const dialogs::Slots card = {{"name", std::string("Maria")}, {"zone", std::string("east")},
                               {"callback_time", std::string("mornings")}};
  const dialogs::Slots other = {{"name", std::string("M.")}, {"email", std::string("m@x.org")},
                                {"zone", std::string("west")}, {"may_text", std::string("no")},
                                {"callback_time", std::string("evenings")}};
  const auto of = [](const dialogs::Slots& slots, const char* field) {
    return std::get<std::string>(slots.at(field));
  };
  for (const bool is_later : {true, false}) {
    CAPTURE(is_later);
    const auto merged = bot::merged_fields(card, other, is_later);
    CHECK(of(merged, "callback_time") == (is_later ? "evenings" : "mornings"));
    CHECK(of(merged, "zone") == (is_later ? "west" : "east"));
    CHECK(of(merged, "name") == "Maria");
    CHECK(of(merged, "email") == "m@x.org");
    CHECK(of(merged, "may_text") == "no");
  }
  const auto timeless = bot::merged_fields({{"zone", std::string("east")}}, other, false);
  CHECK(of(timeless, "callback_time") == "evenings");
  CHECK(of(timeless, "zone") == "west");
}
