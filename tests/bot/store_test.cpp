#include "bot/store/callback_queue.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

using bot::Store;
using dialogs::Effect;
using tests::Visitor;

namespace {

/// A store on the disk; the same tests hold for one in memory.
struct Kept {
  tests::TemporaryFolder folder;
  bot::Keys keys = bot::Keys::random();
  Store store;
  explicit Kept(bool on_disk = true)
      : store({on_disk ? folder / "s.sqlite" : std::filesystem::path()}, keys) {}
};

}  // namespace

TEST_CASE("store: a conversation comes back whole, by token, by id and by sender") {
  for (const bool on_disk : {true, false}) {
    Kept kept(on_disk);
    Visitor web("c1");
    web.conversation().page = "https://clinic.example/iop";
    web.conversation().session.slots = {{"name", "Dana"}};
    Visitor sms("c2", "+13235550142");
    kept.store.commit(web.says("hello"));
    kept.store.commit(web.says("how long is it?"));
    kept.store.commit(sms.says("hi"));

    const auto by_token = kept.store.find_by_token(web.token());
    REQUIRE(by_token);
    CHECK(by_token->id == "c1");
    CHECK(by_token->turns == 2);
    CHECK(by_token->page == "https://clinic.example/iop");
    CHECK(by_token->session == web.conversation().session);
    CHECK(kept.store.find_by_sender("+13235550142")->id == "c2");
    CHECK(kept.store.find_by_sender("+13235550142")->channel == dialogs::Channel::sms);
    CHECK(kept.store.find_conversation("c1")->turns == 2);

    CHECK_FALSE(kept.store.find_by_token("token-of-c9"));
    CHECK_FALSE(kept.store.find_by_token(""));
    CHECK_FALSE(kept.store.find_by_token("c1"));  // the id is no credential
    CHECK_FALSE(kept.store.find_by_sender(""));
    CHECK_FALSE(kept.store.find_by_sender("+13235550143"));
    CHECK(kept.store.conversation_ids() == std::vector<std::string>{"c1", "c2"});
    const auto turns = kept.store.turns("c1");
    REQUIRE(turns.size() == 2);
    CHECK(turns[1].text == "how long is it?");
    CHECK(turns[1].message_id == "m2");
    CHECK(turns[1].at_ms == Visitor::kStart + 2000);
  }
}

TEST_CASE("store: a message id that came before brings the reply of then, byte for byte") {
  Kept kept;
  Visitor visitor("c1");
  auto turn = visitor.says("for me");
  turn.choice = "self";
  kept.store.commit(turn);
  const auto again = kept.store.find_message("c1", "m1", "for me", "self");
  REQUIRE(again);
  CHECK(again->reply_json == turn.reply_json);
  CHECK(again->same_text);
  CHECK_FALSE(kept.store.find_message("c1", "m1", "for my son", "self")->same_text);
  CHECK_FALSE(kept.store.find_message("c1", "m1", "for me", "other")->same_text);
  CHECK_FALSE(kept.store.find_message("c1", "m2", "for me", "self"));
  CHECK_FALSE(kept.store.find_message("c2", "m1", "for me", "self"));
}

TEST_CASE("store: a turn is written whole or not at all") {
  Kept kept;
  Visitor visitor("c1");
  kept.store.commit(visitor.says("hello"));
  // The second message claims the first one's id: its session and its lead must not stay either.
  auto clash = visitor.leaves_details("Dana", "+12135550187");
  clash.message_id = "m1";
  CHECK_THROWS(kept.store.commit(clash));
  CHECK(kept.store.turns("c1").size() == 1);
  CHECK(kept.store.find_conversation("c1")->turns == 1);
  CHECK_FALSE(kept.store.find_conversation("c1")->session.lead);
  CHECK(kept.store.callbacks(10).empty());
  CHECK(kept.store.find_callbacks_by_phone("+12135550187").empty());
}

TEST_CASE("store: many at once, and every one that returned is there after a new start") {
  constexpr int kThreads = 32, kTurns = 10;
  const tests::TemporaryFolder folder;
  const auto keys = bot::Keys::random();
  {
    Store store({folder / "s.sqlite"}, keys);
    std::atomic<int> unread = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < kThreads; ++i)
      threads.emplace_back([&, i] {
        Visitor visitor("c" + std::to_string(i));
        for (int turn = 1; turn < kTurns; ++turn) {
          store.commit(visitor.says("line " + std::to_string(turn)));
          if (store.find_by_token(visitor.token())->turns != turn) ++unread;
        }
        store.commit(visitor.leaves_details("Dana", "+1213555" + std::to_string(1000 + i)));
      });
    for (auto& thread : threads) thread.join();
    CHECK(unread == 0);
  }
  Store again({folder / "s.sqlite"}, keys);
  CHECK(again.conversation_ids().size() == kThreads);
  for (int i = 0; i < kThreads; ++i) {
    const auto turns = again.turns("c" + std::to_string(i));
    REQUIRE(turns.size() == kTurns);
    for (int turn = 1; turn < kTurns; ++turn)
      CHECK(turns[static_cast<std::size_t>(turn - 1)].text == "line " + std::to_string(turn));
    CHECK(again.find_callbacks_by_phone("+1213555" + std::to_string(1000 + i)).size() == 1);
  }
}

TEST_CASE("store: erasing takes the words and the details, and keeps what must stay") {
  Kept kept;
  Visitor visitor("c1", "+13235550142");
  kept.store.commit(visitor.says("my name is Dana"));
  kept.store.commit(visitor.leaves_details("Dana", "+12135550187"));
  kept.store.commit(visitor.says("STOP", {Effect::opt_out}));
  Visitor other("c2", "+13235550143");
  kept.store.commit(other.leaves_details("Omar", "+12135550188"));

  CHECK(kept.store.erase("c1", Visitor::kStart + 9000));
  CHECK_FALSE(kept.store.find_conversation("c1"));
  CHECK_FALSE(kept.store.find_by_sender("+13235550142"));
  CHECK(kept.store.turns("c1").empty());
  CHECK(kept.store.find_callbacks_by_phone("+12135550187").empty());
  const auto shell = kept.store.find_callback("c1-1");
  REQUIRE(shell);
  CHECK(shell->status == "erased");
  CHECK(shell->fields.empty());
  CHECK(kept.store.is_suppressed("+13235550142"));
  CHECK_FALSE(kept.store.erase("c1", Visitor::kStart + 9001));
  CHECK(bot::CallbackQueue(kept.store).claim("c1-1", "dana", Visitor::kStart, 1000) ==
        bot::Verdict::closed);

  CHECK(kept.store.turns("c2").size() == 1);
  CHECK(kept.store.callbacks(10).size() == 1);
}

TEST_CASE("store: a turn for a conversation that was erased meanwhile changes nothing") {
  Kept kept;
  Visitor visitor("c1");
  kept.store.commit(visitor.says("hello"));
  const auto late = visitor.leaves_details("Dana", "+12135550187");
  kept.store.erase("c1", Visitor::kStart + 9000);
  CHECK_THROWS_AS(kept.store.commit(late), bot::StoreUnavailable);
  CHECK(kept.store.conversation_ids().empty());
  CHECK(kept.store.callbacks(10).empty());
}

TEST_CASE("store: suppression is of the number, not of the conversation") {
  Kept kept;
  Visitor visitor("c1", "+13235550142");
  CHECK_FALSE(kept.store.is_suppressed("+13235550142"));
  kept.store.commit(visitor.says("STOP", {Effect::opt_out}));
  CHECK(kept.store.is_suppressed("+13235550142"));
  CHECK_FALSE(kept.store.is_suppressed("+13235550143"));
  kept.store.commit(visitor.says("START", {Effect::opt_in}));
  CHECK_FALSE(kept.store.is_suppressed("+13235550142"));
}

TEST_CASE("store: closed in order, everything is in the one file") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "s.sqlite";
  Visitor visitor("c1");
  {
    Store store({file}, bot::Keys::random());
    store.commit(visitor.says("hello"));
    CHECK(store.find_conversation("c1"));
    CHECK(store.ready());
  }
  CHECK_FALSE(std::filesystem::exists(file.string() + "-wal"));
  SQLite::Database database(file.string());
  CHECK(database.execAndGet("SELECT count(*) FROM turn").getInt() == 1);
  CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("store: read only, it reads what is there, changes nothing, and makes nothing") {
  Kept kept;
  const auto file = kept.folder / "s.sqlite";
  CHECK_THROWS_AS(Store({.file = kept.folder / "none.sqlite", .read_only = true}, kept.keys),
                  bot::StoreUnavailable);
  CHECK_FALSE(std::filesystem::exists(kept.folder / "none.sqlite"));
  Visitor visitor("c1");
  kept.store.commit(visitor.says("hello"));
  const auto bytes = [&] {
    return tests::bytes_of(file) + tests::bytes_of(file.string() + "-wal");
  };
  const auto before = bytes();
  {
    Store reading({.file = file, .read_only = true}, kept.keys);
    CHECK(reading.turns("c1").at(0).text == "hello");
    CHECK_THROWS_AS(reading.commit(visitor.says("more")), bot::StoreUnavailable);
    CHECK_THROWS_AS(reading.erase("c1", 1), bot::StoreUnavailable);
    CHECK_FALSE(reading.ready());
    CHECK_THROWS_AS(bot::CallbackQueue(reading).claim_next("dana", 1, 1), bot::StoreUnavailable);
  }
  CHECK(bytes() == before);
  SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 1");
  CHECK_THROWS_AS(Store({.file = file, .read_only = true}, kept.keys), bot::StoreUnavailable);
}
