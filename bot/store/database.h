#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "bot/store/keys.h"
#include "bot/store/store.h"
#include "bot/store/writer.h"

namespace bot {

/// The SQLite file, its one writer and its readers; what holds SQL is built on it. Thread-safe.
class Database {
 public:
  /// Opens or creates the file and migrates the schema forward. Throws what SQLite throws, and
  /// std::runtime_error where the file was written by a newer program; with `read_only` by any
  /// other.
  Database(const StoreSettings& settings, const Keys& keys);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const Keys& keys() const { return keys_; }
  const DeskRules& rules() const { return settings_.rules; }
  const StoreSettings& settings() const { return settings_; }

  /// Runs `job` on the writing connection, on the writer's thread; returns after its changes are on
  /// the disk. Throws what the job threw, its changes undone; StoreUnavailable where SQLite could
  /// not do it.
  template <typename Job>
  auto write(Job&& job) {
    using Result = std::invoke_result_t<Job, SQLite::Database&>;
    if (!writer_) throw StoreUnavailable("the database is open for reading only");
    if constexpr (std::is_void_v<Result>) {
      writer_->run(job);
    } else {
      Result result{};
      writer_->run([&](SQLite::Database& database) { result = job(database); });
      return result;
    }
  }

  /// Runs `job` on a reading connection. In memory, connections lock each other's tables: there the
  /// writer reads. Throws StoreUnavailable where SQLite could not do it.
  template <typename Job>
  auto read(Job&& job) {
    if (in_memory_) return write([&](SQLite::Database& database) { return job(database); });
    try {
      Connection connection = borrow();
      auto result = job(*connection);
      give_back(std::move(connection));
      return result;
    } catch (const SQLite::Exception&) {
      throw StoreUnavailable("the database cannot be read now");
    }
  }

 private:
  using Connection = std::unique_ptr<SQLite::Database>;

  Connection open_writing() const;
  void require_schema();
  Connection borrow();
  void give_back(Connection connection);

  const StoreSettings settings_;
  const Keys keys_;
  const bool in_memory_;
  const std::string name_;
  Connection anchor_;
  // None where only reading is wanted. Closed after the readers: the last one tidies up the WAL.
  std::unique_ptr<Writer> writer_;
  std::mutex readers_mutex_;
  std::vector<Connection> readers_;
};

}  // namespace bot
