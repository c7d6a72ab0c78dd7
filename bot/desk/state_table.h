#pragma once

#include <string>

namespace bot {

/// The table of callback_state.h in Markdown, as the documents show it: a row for each state, a
/// column for each step, in it the states that it leads to.
std::string state_table();

}  // namespace bot
