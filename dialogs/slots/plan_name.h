#pragma once

#include <cstddef>

#include "dialogs/slots/token.h"

namespace dialogs {

/// The name of a US health plan that begins at a token.
struct PlanName {
  std::size_t next = 0;      ///< the token after it; 0 where no known plan's name begins
  bool is_everyday = false;  ///< its words mean something else as well ("united", "medical")
};

/// The longest name of a known plan at `at`, with the words that go on it ("Blue Shield of
/// California PPO") and common misspellings.
PlanName plan_name_at(const Tokens& tokens, std::size_t at);

/// Words that only a plan's name or description has: "ppo", "health", "plan".
bool is_plan_word(const Token& token);

}  // namespace dialogs
