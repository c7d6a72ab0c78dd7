#pragma once

#include <string>
#include <vector>

#include "dialogs/move.h"

namespace dialogs {

/// Takes the details that the message states beside its main matter ("..., and my number is ...")
/// into the form or, where a request is already stored, into that. Details of kind `except` (the
/// pending question's own) are left to the question. Gives the slots that were taken.
std::vector<std::string> take_details(Move& move, std::string_view except);

/// Says what was taken, before whatever comes next.
void say_noted(Move& move, const std::vector<std::string>& slots);

/// Carries out a correction of something given earlier, if the message is one.
bool take_correction(Move& move);

}  // namespace dialogs
