#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

#include "bot/store/callback_queue.h"
#include "tests/bot/temporary_folder.h"
#include "tests/bot/visitor.h"

namespace {

constexpr std::size_t kThreads = 32;
constexpr std::size_t kCallbacks = 10'000;
constexpr std::int64_t kNow = tests::Visitor::kStart + 60'000;
constexpr std::int64_t kLease = 15 * 60'000;

std::string id_of(std::size_t number) { return "c" + std::to_string(number) + "-1"; }

void in_threads(const std::function<void(std::size_t)>& work) {
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) threads.emplace_back([&work, i] { work(i); });
  for (auto& thread : threads) thread.join();
}

}  // namespace

TEST_CASE("queue: 32 who reach for ten thousand callbacks at once; each has one holder") {
  const tests::TemporaryFolder folder;
  bot::Store store({folder / "s.sqlite"}, bot::Keys::random());
  bot::CallbackQueue queue(store);
  in_threads([&](std::size_t thread) {
    for (std::size_t i = thread; i < kCallbacks; i += kThreads) {
      tests::Visitor visitor("c" + std::to_string(i));
      store.commit(visitor.leaves_details("Dana", "+1213" + std::to_string(5'550'000 + i)));
    }
  });
  std::vector<std::atomic<int>> holders(kCallbacks);
  std::atomic<std::size_t> refused = 0, strangers = 0;
  in_threads([&](std::size_t thread) {
    const std::string holder = "coordinator-" + std::to_string(thread);
    const auto won = [&](std::string_view id) {
      ++holders.at(std::stoul(std::string(id.substr(1))));
      if (queue.find(id)->holder != holder) ++strangers;
    };
    // Half ask for the next, half for the very one that the others are about to get.
    for (std::size_t wanted = 0; wanted < kCallbacks;) {
      if (thread % 2 == 0) {
        const auto next = queue.claim_next(holder, kNow, kLease);
        if (!next) return;
        won(next->id);
      } else if (queue.claim(id_of(wanted), holder, kNow, kLease) == bot::Verdict::done) {
        won(id_of(wanted));
        wanted += kThreads / 2;
      } else {
        ++refused;
        wanted += thread;
      }
    }
  });
  // What nobody of the second half came by is claimed now.
  while (const auto next = queue.claim_next("last", kNow, kLease))
    ++holders.at(std::stoul(next->id.substr(1)));
  CHECK(std::all_of(holders.begin(), holders.end(), [](const auto& count) { return count == 1; }));
  CHECK(strangers == 0);
  CHECK(refused > 0);
  CHECK(queue.counts("").queue == static_cast<std::int64_t>(kCallbacks));
}
