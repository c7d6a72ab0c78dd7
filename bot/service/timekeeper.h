#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "bot/assistant.h"
#include "bot/store/callback_queue.h"

namespace bot {

/// A thread that keeps the desk's time once a minute, also while nobody looks: leases run out,
/// windows open, and answers that held a secret are forgotten. A minute in which the store is
/// unavailable is made up for by the next.
class Timekeeper {
 public:
  /// `store` outlives it.
  Timekeeper(const Store& store, Clock clock);
  ~Timekeeper();
  Timekeeper(const Timekeeper&) = delete;
  Timekeeper& operator=(const Timekeeper&) = delete;

 private:
  void work();

  CallbackQueue queue_;
  const Clock clock_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace bot
