#include <SQLiteCpp/SQLiteCpp.h>

#include <doctest/doctest.h>

#include <atomic>
#include <latch>
#include <thread>

#include "bot/store/store.h"
#include "bot/store/writer.h"
#include "tests/bot/temporary_folder.h"

using bot::Writer;

namespace {

struct Ledger {
  tests::TemporaryFolder folder;

  std::unique_ptr<SQLite::Database> opened() const {
    auto database = std::make_unique<SQLite::Database>(
        (folder / "w.sqlite").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database->exec("CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY)");
    return database;
  }
  Writer writer(std::size_t waiting_max = 100, std::size_t group_max = 100) const {
    return Writer([this] { return opened(); }, waiting_max, group_max);
  }
  int entries() const { return opened()->execAndGet("SELECT count(*) FROM entry").getInt(); }
};

Writer::Job enter(int number) {
  return [number](SQLite::Database& database) {
    database.exec("INSERT INTO entry VALUES (" + std::to_string(number) + ")");
  };
}

/// Keeps the writer's thread in a job until let go, so that what comes meanwhile forms a group.
class Held {
 public:
  explicit Held(Writer& writer)
      : thread_([this, &writer] {
          writer.run([this](SQLite::Database&) {
            begun_.count_down();
            released_.wait();
          });
        }) {
    begun_.wait();
  }
  void let_go() {
    released_.count_down();
    thread_.join();
  }

 private:
  std::latch begun_{1};
  std::latch released_{1};
  std::thread thread_;
};

}  // namespace

TEST_CASE("writer: a job that fails is undone, and those committed with it stay") {
  const Ledger ledger;
  auto writer = ledger.writer();
  Held held(writer);
  std::atomic<int> written = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int number = 1; number <= 20; ++number)
    threads.emplace_back([&, number] {
      try {
        writer.run([number](SQLite::Database& database) {
          enter(number)(database);
          if (number % 4 == 0) throw std::out_of_range("changed its mind after it wrote");
          if (number % 4 == 1) enter(number)(database);  // the key stands there already
        });
        ++written;
      } catch (const std::logic_error&) {
        ++refused;
      }
    });
  held.let_go();
  for (auto& thread : threads) thread.join();
  CHECK(written == 10);
  CHECK(refused == 10);
  CHECK(ledger.entries() == 10);
}

TEST_CASE("writer: more jobs than may wait are refused at once, and the others are kept") {
  const Ledger ledger;
  auto writer = ledger.writer(3);
  Held held(writer);
  std::atomic<int> refused = 0;
  std::atomic<int> written = 0;
  std::latch all_refused{7};
  std::vector<std::thread> threads;
  for (int number = 1; number <= 10; ++number)
    threads.emplace_back([&, number] {
      try {
        writer.run(enter(number));
        ++written;
      } catch (const bot::StoreUnavailable&) {
        ++refused;
        all_refused.count_down();
      }
    });
  all_refused.wait();
  held.let_go();
  for (auto& thread : threads) thread.join();
  CHECK(refused == 7);
  CHECK(written == 3);
  CHECK(ledger.entries() == 3);
}

TEST_CASE("writer: what waits when it is destroyed is still written") {
  const Ledger ledger;
  std::vector<std::thread> threads;
  std::atomic<int> written = 0;
  {
    auto writer = ledger.writer();
    Held held(writer);
    std::latch asked{8};
    for (int number = 1; number <= 8; ++number)
      threads.emplace_back([&, number] {
        asked.count_down();
        writer.run(enter(number));
        ++written;
      });
    asked.wait();
    held.let_go();
    for (auto& thread : threads) thread.join();
  }
  CHECK(written == 8);
  CHECK(ledger.entries() == 8);
}

TEST_CASE("writer: groups are no larger than allowed, and everything in them is there") {
  const Ledger ledger;
  auto writer = ledger.writer(100, 3);
  std::vector<std::thread> threads;
  for (int number = 1; number <= 50; ++number)
    threads.emplace_back([&, number] { writer.run(enter(number)); });
  for (auto& thread : threads) thread.join();
  CHECK(ledger.entries() == 50);
}
