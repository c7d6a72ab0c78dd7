#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bot/desk/calling_window.h"
#include "bot/desk/desk_rules.h"

namespace bot {

enum class PromiseState { open, kept, missed };

std::string_view name_of(PromiseState state);

/// What the visitor was told about the call, and by when somebody has to have tried.
struct Promise {
  std::string told;  ///< "as soon as a coordinator is free", "weekdays, 5 pm to 9 pm"
  std::int64_t due_ms = 0;
  bool operator==(const Promise&) const = default;
};

/// The promise of a request made at `at_ms`. A window that is still to come is promised whole: its
/// end is due. One that is open, and no window at all, mean as soon as a coordinator is free.
Promise promise_at(const CallWish& wish, const DeskRules& rules, std::int64_t at_ms);

/// `first_attempt_ms` is 0 while nobody has called; `is_missed` remembers that an earlier promise
/// was missed: that stays so.
PromiseState promise_state(std::int64_t due_ms, std::int64_t first_attempt_ms, bool is_missed,
                           std::int64_t now_ms);

}  // namespace bot
