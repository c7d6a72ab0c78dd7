#pragma once

#include <cstdint>
#include <vector>

#include "bot/desk/outcome.h"

namespace bot {

/// How long to wait before calling again. Minutes for the first, second, ... attempt; the last
/// stands for all that follow.
struct AttemptLadder {
  int attempts_max = 6;  ///< after so many without an answer a person decides
  std::vector<int> no_answer_minutes = {15, 60, 240, 1440, 2880};
  std::vector<int> busy_minutes = {5, 15, 60, 240};
  std::vector<int> voicemail_minutes = {240, 1440, 2880};

  bool is_exhausted(int tries) const { return tries >= attempts_max; }
  /// The earliest moment of the next call after attempt number `tries` (from 1) at `at_ms`; the
  /// visitor's window is still to be waited for.
  std::int64_t not_before_ms(Outcome outcome, int tries, std::int64_t at_ms) const;
};

}  // namespace bot
