#pragma once

#include <cstdint>
#include <string>

#include "bot/desk/promise.h"

namespace bot {

/// Where a callback stands: what its place in the order rests on.
///
/// The order is: those that may be called now before those that sleep; crisis first; then what is
/// due soonest; then age. What is due is a moment that does not move while a callback waits, and
/// newer ones are due later, so that each comes to its turn.
struct Place {
  bool urgent = false;
  bool asleep = false;
  std::int64_t created_at_ms = 0;
  std::int64_t opens_at_ms = 0;  ///< when one that sleeps wakes
  std::int64_t promise_due_ms = 0;
  PromiseState promise = PromiseState::open;
  bool is_for_a_time = false;  ///< the visitor named a window that was still to come
  int attempts = 0;
};

/// When a callback that waits for `opening` wakes and what it is due at, as the order counts it.
struct Waiting {
  bool asleep = false;
  std::int64_t turns_at_ms = 0;  ///< when `asleep` changes
};

/// Whether a callback may be given out at `now_ms`. `not_before_ms` is the next attempt's; 0: none.
Waiting waiting_at(const CallWish& wish, const DeskRules& rules, std::int64_t not_before_ms,
                   std::int64_t now_ms);

/// Why it stands there: "crisis, 6 min", "promised by 2:30 pm", "promise missed, waiting 2 h",
/// "waiting 12 min", "opens at 9 am". `zone` is the desk's.
std::string reason(const Place& place, const std::string& zone, std::int64_t now_ms);

/// "6 min", "2 h", "3 days".
std::string duration_words(std::int64_t ms);

}  // namespace bot
