#pragma once

#include <string>
#include <vector>

#include "dialogs/move.h"

namespace dialogs {

/// Takes the details that the message states beside its main matter ("..., and my number is ...")
/// into the form or, where a request is already stored, into that. Details of kind `except` (the
/// pending question's own) are left to the question. Gives the slots that were taken.
std::vector<std::string> take_details(Move& move, std::string_view except);

/// Whether the message says when to call its writer, and `taken` holds that time: "this is Dana,
/// call me tomorrow". Such a message asks for a call, whatever else it is about.
bool says_when_to_call(const Move& move, const std::vector<std::string>& taken);

/// Says what was taken, before whatever comes next.
void say_noted(Move& move, const std::vector<std::string>& slots);

/// Carries out a correction of something given earlier, if the message is one.
bool take_correction(Move& move);

/// Puts `value` in the place of what was given and says so. False where nothing of that kind was
/// given, or it is the same.
bool change_detail(Move& move, SlotKind kind, SlotValue value);

/// Says that the answers in `slots` were changed.
void say_changed(Move& move, const std::vector<std::string>& slots);

}  // namespace dialogs
