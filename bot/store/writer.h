#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

namespace SQLite {
class Database;
}

namespace bot {

/// The one thread that writes. Jobs that wait are committed together in one transaction (group
/// commit), so that a disk flush serves many. Thread-safe.
class Writer {
 public:
  using Job = std::function<void(SQLite::Database&)>;
  using Open = std::function<std::unique_ptr<SQLite::Database>()>;

  /// Opens the connection at once; throws what `open` throws. After a failure that leaves the
  /// connection unusable it is opened again.
  Writer(Open open, std::size_t waiting_max, std::size_t group_max);
  ~Writer();  ///< finishes what was accepted
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Returns when the job's changes are on the disk. Throws what the job threw, its changes undone
  /// and those of the others kept; StoreUnavailable where SQLite could not do it or the queue is
  /// full.
  void run(Job job);

 private:
  struct Waiting {
    Job job;
    std::exception_ptr failure;  ///< set before `done`; then the waiting thread's alone
    std::promise<void> done;
  };
  using Group = std::deque<std::shared_ptr<Waiting>>;

  void work();
  void commit(Group& group);
  void run_each(Group& group);

  const Open open_;
  const std::size_t waiting_max_;
  const std::size_t group_max_;
  std::unique_ptr<SQLite::Database> database_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Group waiting_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace bot
