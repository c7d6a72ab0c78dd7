#include "bot/service/worker_pool.h"

#include <utility>

namespace bot {

WorkerPool::WorkerPool(int threads, int waiting_max, std::function<void(int)> serve)
    : serve_(std::move(serve)), waiting_max_(static_cast<std::size_t>(waiting_max)) {
  for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  finish();
}

bool WorkerPool::offer(int socket) {
  {
    const std::lock_guard lock(mutex_);
    if (finishing_ || waiting_.size() >= waiting_max_) return false;
    waiting_.push_back(socket);
  }
  changed_.notify_one();
  return true;
}

bool WorkerPool::others_wait() const {
  const std::lock_guard lock(mutex_);
  return finishing_ || !waiting_.empty();
}

void WorkerPool::finish() {
  {
    const std::lock_guard lock(mutex_);
    finishing_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

void WorkerPool::work() {
  for (;;) {
    int socket;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return finishing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      socket = waiting_.front();
      waiting_.pop_front();
    }
    serve_(socket);
  }
}

}  // namespace bot
