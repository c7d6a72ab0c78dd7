#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "bot/alert/alert.h"
#include "bot/service/http_server.h"
#include "bot/service/turn_observer.h"

namespace bot {

/// Counts since the start, for /metrics. Holds nothing personal: routes, statuses, rungs, kinds of
/// danger, ways of telling the desk. Thread-safe.
class Figures {
 public:
  void count(const Served& served);
  void count(dialogs::Channel channel, const TurnFacts& facts);
  void count(const Alert& alert, const Telling& telling);

  /// Prometheus' text format, version 0.0.4.
  std::string text() const;

 private:
  /// Upper bounds of the histogram's buckets, microseconds; the last bucket has none.
  static constexpr std::array<std::int64_t, 8> kBounds = {1'000,  2'500,   5'000,   10'000,
                                                          25'000, 100'000, 500'000, 2'500'000};
  struct Times {
    std::array<std::uint64_t, kBounds.size() + 1> buckets{};
    std::uint64_t count = 0;
    std::int64_t sum_us = 0;
  };
  using Counts = std::map<std::string, std::uint64_t, std::less<>>;

  static void write(std::string& out, const char* name, const char* help, const Counts& counts);

  mutable std::mutex mutex_;
  Counts requests_;  ///< by labels, as the others
  Counts turns_;
  Counts dangers_;
  Counts leads_;
  Counts alerts_;
  std::map<std::string, Times, std::less<>> times_;  ///< by route
};

}  // namespace bot
