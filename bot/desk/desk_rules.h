#pragma once

#include <string>

#include "bot/desk/attempt_ladder.h"
#include "bot/desk/business_hours.h"

namespace bot {

/// What the clinic decides about its desk; from config/bot.yaml. A plain value.
struct DeskRules {
  std::string clinic_zone = "America/Los_Angeles";
  BusinessHours hours;
  int promise_minutes = 60;         ///< business time in which "as soon as possible" is kept
  int crisis_promise_minutes = 10;  ///< on the clock, whatever the hour
  AttemptLadder ladder;
};

}  // namespace bot
