#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace bot {

/// Where a running service takes requests of the program's other commands, and what they show.
struct OperatorDoor {
  std::string address;
  int port = 0;
  std::string token;
};

/// Held by the one process that may write to a database: SQLite 3.40's WAL can be corrupted where
/// two do (fixed in 3.51.3). The lock is the file "<database>.lock", mode 0600, and ends with the
/// process, however it ends.
class DatabaseLock {
 public:
  /// Nothing where another process holds it. Throws std::runtime_error where the file cannot be
  /// made.
  static std::optional<DatabaseLock> take(const std::filesystem::path& database);
  /// Where the holder is reached; nothing where it has not said.
  static std::optional<OperatorDoor> door(const std::filesystem::path& database);

  DatabaseLock(DatabaseLock&& other) noexcept;
  ~DatabaseLock();

  /// For door(), until the lock ends.
  void open_door(const OperatorDoor& door);

 private:
  explicit DatabaseLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

}  // namespace bot
