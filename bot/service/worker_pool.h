#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace bot {

/// Threads that serve sockets, with a waiting room of fixed size before them. Thread-safe.
class WorkerPool {
 public:
  /// `serve` closes the socket it is given.
  WorkerPool(int threads, int waiting_max, std::function<void(int socket)> serve);
  ~WorkerPool();  ///< finish()
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False where the waiting room is full: the socket stays the caller's.
  bool offer(int socket);
  bool others_wait() const;
  /// Serves those in the waiting room, and ends the threads.
  void finish();

 private:
  void work();

  const std::function<void(int)> serve_;
  const std::size_t waiting_max_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> waiting_;
  bool finishing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace bot
