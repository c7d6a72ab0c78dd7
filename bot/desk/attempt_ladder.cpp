#include "bot/desk/attempt_ladder.h"

#include <algorithm>

#include "bot/desk/local_time.h"

namespace bot {
namespace {

int wait_minutes(const std::vector<int>& waits, int tries) {
  if (waits.empty()) return 0;
  const auto step = std::min(static_cast<std::size_t>(std::max(tries, 1)), waits.size());
  return waits[step - 1];
}

}  // namespace

std::int64_t AttemptLadder::not_before_ms(Outcome outcome, int tries, std::int64_t at_ms) const {
  const auto& waits = outcome == Outcome::busy        ? busy_minutes
                      : outcome == Outcome::voicemail ? voicemail_minutes
                                                      : no_answer_minutes;
  return at_ms + wait_minutes(waits, tries) * kMsOfMinute;
}

}  // namespace bot
