#include "bot/store/database_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace bot {
namespace {

std::filesystem::path lock_file(const std::filesystem::path& database) {
  return database.string() + ".lock";
}

}  // namespace

std::optional<DatabaseLock> DatabaseLock::take(const std::filesystem::path& database) {
  const auto file = lock_file(database);
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0)
    throw std::runtime_error("cannot make " + file.string() + ": " + std::strerror(errno));
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    close(descriptor);
    return std::nullopt;
  }
  if (ftruncate(descriptor, 0) != 0 || fchmod(descriptor, S_IRUSR | S_IWUSR) != 0) {
    close(descriptor);
    throw std::runtime_error("cannot write " + file.string() + ": " + std::strerror(errno));
  }
  return DatabaseLock(descriptor);
}

std::optional<OperatorDoor> DatabaseLock::door(const std::filesystem::path& database) {
  std::ifstream in(lock_file(database));
  OperatorDoor door;
  if (!(in >> door.address >> door.port >> door.token)) return std::nullopt;
  return door;
}

DatabaseLock::DatabaseLock(DatabaseLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

DatabaseLock::~DatabaseLock() {
  if (descriptor_ < 0) return;
  // The door is shut with the lock; the file stays, so that all lock the same one.
  [[maybe_unused]] const int ignored = ftruncate(descriptor_, 0);
  close(descriptor_);
}

void DatabaseLock::open_door(const OperatorDoor& door) {
  std::ostringstream line;
  line << door.address << ' ' << door.port << ' ' << door.token << '\n';
  const std::string text = line.str();
  if (pwrite(descriptor_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
    throw std::runtime_error(std::string("cannot write the database's lock file: ") +
                             std::strerror(errno));
}

}  // namespace bot
