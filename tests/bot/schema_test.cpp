#include <SQLiteCpp/SQLiteCpp.h>

#include <doctest/doctest.h>

#include "bot/store/schema.h"
#include "bot/store/store.h"
#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

namespace {

int version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

SQLite::Database opened(const std::filesystem::path& file) {
  return {file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
}

}  // namespace

TEST_CASE("schema: an empty file is brought forward once, and a second time nothing happens") {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  bot::migrate(database);
  const int newest = version_of(database);
  CHECK(newest >= 1);
  CHECK(database.tableExists("turn"));
  database.exec("UPDATE heartbeat SET beats = 7");
  bot::migrate(database);
  CHECK(version_of(database) == newest);
  CHECK(database.execAndGet("SELECT beats FROM heartbeat").getInt() == 7);
}

TEST_CASE("schema: a migration that fails leaves the file as it was") {
  const tests::TemporaryFolder folder;
  auto database = opened(folder / "s.sqlite");
  database.exec("CREATE TABLE callback (stands_in_the_way)");
  CHECK_THROWS_AS(bot::migrate(database), SQLite::Exception);
  CHECK(version_of(database) == 0);
  CHECK_FALSE(database.tableExists("conversation"));
}

TEST_CASE("schema: what an earlier run stored is there after the next start") {
  const tests::TemporaryFolder folder;
  const auto keys = bot::Keys::random();
  tests::Visitor visitor("c1");
  {
    bot::Store store({folder / "s.sqlite"}, keys);
    store.commit(visitor.says("hello"));
  }
  const bot::Store again({folder / "s.sqlite"}, keys);
  CHECK(again.turns("c1").at(0).text == "hello");
}

TEST_CASE("schema: the file of the first release comes forward with all that it holds") {
  const tests::TemporaryFolder folder;
  const auto keys = bot::Keys::random();
  {
    auto database = opened(folder / "s.sqlite");
    bot::migrate(database, 1);
    CHECK(version_of(database) == 1);
    database.exec(
        "INSERT INTO callback (id, conversation_id, channel, status, urgent, attempts, "
        "created_at_ms, updated_at_ms) "
        "VALUES ('c1-1', 'c1', 'web', 'attempting', 1, 1, 1000, 9000);"
        "INSERT INTO attempt VALUES ('c1-1', 1, 'busy', NULL, 'dana', 9000);"
        "INSERT INTO event VALUES ('c1-1', 'stored', 'visitor', 1000);"
        "INSERT INTO suppression VALUES (x'0102', 'sms', 5)");
  }
  const bot::Store store({folder / "s.sqlite"}, keys);
  const auto callback = store.find_callback("c1-1");
  REQUIRE(callback);
  CHECK(callback->status == "attempting");
  CHECK(callback->urgent);
  CHECK(callback->attempts == 1);
  auto database = opened(folder / "s.sqlite");
  CHECK(database.execAndGet("SELECT promise_due_ms FROM callback").getInt() == 3'601'000);
  CHECK(database.execAndGet("SELECT first_attempt_at_ms FROM callback").getInt() == 9000);
  CHECK(database.execAndGet("SELECT channel FROM suppression").getString() == "sms");
  CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

TEST_CASE("schema: a file of a newer program is refused and not touched") {
  const tests::TemporaryFolder folder;
  { const bot::Store store({folder / "s.sqlite"}, bot::Keys::random()); }
  opened(folder / "s.sqlite").exec("PRAGMA user_version = 4711");
  const std::string before = tests::bytes_of(folder / "s.sqlite");
  try {
    const bot::Store store({folder / "s.sqlite"}, bot::Keys::random());
    FAIL("a store was opened on a file of a newer program");
  } catch (const bot::StoreUnavailable& refused) {
    const std::string why = refused.what();
    CHECK(why.find("4711") != std::string::npos);
    CHECK(why.find("start the newer program") != std::string::npos);
  }
  CHECK(tests::bytes_of(folder / "s.sqlite") == before);
}

TEST_CASE("schema: a file that is no database is refused and not touched") {
  const tests::TemporaryFolder folder;
  const std::string letter(4096, 'x');
  std::ofstream(folder / "s.sqlite") << letter;
  CHECK_THROWS_AS(bot::Store({folder / "s.sqlite"}, bot::Keys::random()), bot::StoreUnavailable);
  CHECK(tests::bytes_of(folder / "s.sqlite") == letter);
}
