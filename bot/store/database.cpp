#include "bot/store/database.h"

#include <atomic>
#include <stdexcept>

#include "bot/store/schema.h"

namespace bot {
namespace {

/// A database in memory lives under a name while a connection to it is open.
std::string memory_name() {
  static std::atomic<int> count = 0;
  return "file:admissions-" + std::to_string(++count) + "?mode=memory&cache=shared";
}

}  // namespace

Database::Database(const StoreSettings& settings, const Keys& keys)
    : settings_(settings),
      keys_(keys),
      in_memory_(settings.file.empty()),
      name_(in_memory_ ? memory_name() : settings.file.string()) {
  if (settings.read_only) {
    require_schema();
    return;
  }
  if (!in_memory_ && settings.file.has_parent_path())
    std::filesystem::create_directories(settings.file.parent_path());
  const Connection first = open_writing();
  migrate(*first);
  if (in_memory_) anchor_ = open_writing();
  writer_ = std::make_unique<Writer>([this] { return open_writing(); },
                                     static_cast<std::size_t>(settings_.queue_turns_max),
                                     static_cast<std::size_t>(settings_.group_commit_turns_max));
}

void Database::require_schema() {
  const int have = borrow()->execAndGet("PRAGMA user_version").getInt();
  if (have != newest_schema())
    throw std::runtime_error("it has schema " + std::to_string(have) + ", this program reads " +
                             std::to_string(newest_schema()) +
                             ": start the service once with the newer of the two programs");
}

Database::Connection Database::open_writing() const {
  auto connection = std::make_unique<SQLite::Database>(
      name_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI,
      settings_.busy_timeout_ms);
  if (!in_memory_) connection->exec("PRAGMA journal_mode = WAL");
  connection->exec("PRAGMA synchronous = FULL");
  connection->exec("PRAGMA foreign_keys = ON");
  connection->exec("PRAGMA secure_delete = ON");
  return connection;
}

Database::Connection Database::borrow() {
  {
    const std::lock_guard lock(readers_mutex_);
    if (!readers_.empty()) {
      Connection connection = std::move(readers_.back());
      readers_.pop_back();
      return connection;
    }
  }
  return std::make_unique<SQLite::Database>(name_, SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                                            settings_.busy_timeout_ms);
}

void Database::give_back(Connection connection) {
  const std::lock_guard lock(readers_mutex_);
  readers_.push_back(std::move(connection));
}

}  // namespace bot
