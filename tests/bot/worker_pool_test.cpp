#include "bot/service/worker_pool.h"

#include <doctest/doctest.h>

#include <future>
#include <mutex>
#include <set>

TEST_CASE(
    "worker pool: who waits is served, who finds no room is the caller's, finishing loses none") {
  std::promise<void> begun;
  std::promise<void> go_on;
  auto allowed = go_on.get_future().share();
  std::mutex mutex;
  std::set<int> served;
  bot::WorkerPool pool(1, 2, [&](int socket) {
    if (socket == 1) {
      begun.set_value();
      allowed.wait();
    }
    const std::lock_guard lock(mutex);
    served.insert(socket);
  });
  CHECK(pool.offer(1));
  begun.get_future().wait();  // the only thread is busy, the room is empty
  CHECK_FALSE(pool.others_wait());
  CHECK(pool.offer(2));
  CHECK(pool.offer(3));
  CHECK(pool.others_wait());
  CHECK_FALSE(pool.offer(4));
  go_on.set_value();
  pool.finish();
  CHECK(served == std::set<int>{1, 2, 3});
  CHECK_FALSE(pool.offer(5));
}
