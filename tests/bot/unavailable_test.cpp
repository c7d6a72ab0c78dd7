#include <SQLiteCpp/SQLiteCpp.h>

#include <doctest/doctest.h>

#include "bot/store/callback_queue.h"
#include "tests/bot/failing_disk.h"
#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

using bot::Store;
using bot::StoreUnavailable;
using tests::FailingDisk;
using tests::Visitor;
using Fault = tests::FailingDisk::Fault;

namespace {

constexpr int kBusyTimeoutMs = 20;

bot::StoreSettings settings(const std::filesystem::path& file) {
  bot::StoreSettings settings;
  settings.file = file;
  settings.busy_timeout_ms = kBusyTimeoutMs;
  return settings;
}

/// Sends again what was refused, as every sender does: under the same message id, which is looked
/// up first. Tells whether the turn was there already.
bool send_again(Store& store, const bot::TurnRecord& turn) {
  const auto& id = turn.conversation.id;
  if (const auto known = store.find_message(id, turn.message_id, turn.text, turn.choice)) {
    CHECK(known->same_text);
    CHECK(known->reply_json == turn.reply_json);
    return true;
  }
  store.commit(turn);
  return false;
}

}  // namespace

TEST_CASE("unavailable: a locked database is refused in bounded time and served again after") {
  const tests::TemporaryFolder folder;
  Store store(settings(folder / "s.sqlite"), bot::Keys::random());
  Visitor visitor("c1");
  store.commit(visitor.says("before"));
  const auto turn = visitor.leaves_details("Dana", "+12135550187");
  SQLite::Database other((folder / "s.sqlite").string(), SQLite::OPEN_READWRITE);
  for (int round = 0; round < 3; ++round) {
    other.exec("BEGIN EXCLUSIVE");
    CHECK_THROWS_AS(store.commit(turn), StoreUnavailable);
    CHECK_THROWS_AS(store.erase("c1", 0), StoreUnavailable);
    CHECK_THROWS_AS(bot::CallbackQueue(store).claim("c1-1", "dana", 0, 1), StoreUnavailable);
    CHECK_FALSE(store.ready());
    // Readers go on.
    CHECK(store.turns("c1").size() == 1);
    other.exec("ROLLBACK");
    CHECK(store.ready());
  }
  store.commit(turn);
  CHECK(store.turns("c1").size() == 2);
  CHECK(store.callbacks(10).size() == 1);
}

TEST_CASE("unavailable: each fault of the disk is refused, and served again when it is gone") {
  for (const Fault fault : {Fault::full, Fault::read_only, Fault::flush, Fault::unreachable}) {
    CAPTURE(static_cast<int>(fault));
    const tests::TemporaryFolder folder;
    FailingDisk disk;
    Store store(settings(folder / "s.sqlite"), bot::Keys::random());
    Visitor visitor("c1");
    store.commit(visitor.says("before"));
    const auto turn = visitor.leaves_details("Dana", "+12135550187");
    disk.fail(fault);
    for (int round = 0; round < 3; ++round) CHECK_THROWS_AS(store.commit(turn), StoreUnavailable);
    CHECK_FALSE(store.ready());
    CHECK(disk.failures() > 0);
    disk.heal();
    // Only a flush that failed leaves open whether the turn is there; whole it is in any case.
    CHECK(store.callbacks(10).size() + 1 == store.turns("c1").size());
    CHECK((!send_again(store, turn) || fault == Fault::flush));
    CHECK(store.ready());
    CHECK(store.turns("c1").size() == 2);
    CHECK(store.callbacks(10).size() == 1);
  }
}

TEST_CASE("unavailable: whichever write or flush fails, every turn is there once") {
  for (const Fault fault : {Fault::full, Fault::flush, Fault::unreachable}) {
    int failures = 0;
    for (int nth = 0; nth < 40; ++nth) {
      CAPTURE(static_cast<int>(fault));
      CAPTURE(nth);
      const tests::TemporaryFolder folder;
      const auto keys = bot::Keys::random();
      Visitor visitor("c1");
      {
        FailingDisk disk;
        Store store(settings(folder / "s.sqlite"), keys);
        store.commit(visitor.says("before"));
        disk.fail(fault, nth);
        for (int turn = 2; turn <= 4; ++turn) {
          const auto record = visitor.says("turn " + std::to_string(turn));
          try {
            store.commit(record);
          } catch (const StoreUnavailable&) {
            disk.heal();
            send_again(store, record);
          }
        }
        failures += disk.failures();
        disk.heal();
        CHECK(store.turns("c1").size() == 4);
      }
      Store again(settings(folder / "s.sqlite"), keys);
      CHECK(again.turns("c1").size() == 4);
      SQLite::Database database((folder / "s.sqlite").string());
      CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
    }
    CHECK(failures > 0);
  }
}

TEST_CASE("unavailable: a start on a disk that fails is refused and leaves no half of a schema") {
  for (const Fault fault : {Fault::full, Fault::read_only, Fault::flush, Fault::unreachable})
    for (int nth = 0; nth < 30; ++nth) {
      CAPTURE(static_cast<int>(fault));
      CAPTURE(nth);
      const tests::TemporaryFolder folder;
      FailingDisk disk;
      disk.fail(fault, nth);
      try {
        const Store store(settings(folder / "s.sqlite"), bot::Keys::random());
        disk.heal();
      } catch (const StoreUnavailable&) {
        disk.heal();
      }
      Store store(settings(folder / "s.sqlite"), bot::Keys::random());
      Visitor visitor("c1");
      store.commit(visitor.says("hello"));
      CHECK(store.turns("c1").size() == 1);
    }
}

TEST_CASE("unavailable: what is thrown tells nothing of the visitor") {
  const tests::TemporaryFolder folder;
  FailingDisk disk;
  Store store(settings(folder / "s.sqlite"), bot::Keys::random());
  Visitor visitor("c1", "+13235550142");
  disk.fail(Fault::full);
  try {
    store.commit(visitor.leaves_details("Zebulonia", "+12135550187"));
    FAIL("it was written to a full disk");
  } catch (const StoreUnavailable& refused) {
    CHECK(std::string(refused.what()) == "the database takes no writes now");
  }
  disk.heal();
}
