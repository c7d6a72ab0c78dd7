#include "bot/service/timekeeper.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

namespace bot {
namespace {

constexpr auto kPause = std::chrono::minutes(1);

}  // namespace

Timekeeper::Timekeeper(const Store& store, Clock clock)
    : queue_(store), clock_(std::move(clock)), thread_([this] { work(); }) {}

Timekeeper::~Timekeeper() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Timekeeper::work() {
  std::unique_lock lock(mutex_);
  while (!closing_) {
    lock.unlock();
    try {
      queue_.keep_time(clock_());
    } catch (const StoreUnavailable&) {
      spdlog::warn("the desk's time cannot be kept now: the store is unavailable");
    }
    lock.lock();
    changed_.wait_for(lock, kPause, [this] { return closing_; });
  }
}

}  // namespace bot
