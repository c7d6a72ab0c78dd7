#pragma once

#include <string>
#include <vector>

#include "dialogs/flow.h"
#include "dialogs/move.h"

namespace dialogs {

/// The form in progress: asking, taking answers, going on, going back. Every function changes
/// move.session() and adds replies; none fails.

/// The pending question, or nullptr where no form is in progress.
const State* pending(const Move& move);
/// What Turn::asks names it: its slot, or the state where it has none; "go_on" while we ask whether
/// to go on at all. Empty where no form is in progress.
std::string asked_name(const Move& move);

/// Starts the form that `topic` begins; false where it begins none.
bool begin(Move& move, const std::string& topic);

/// Puts the pending question at the end of the replies, once.
void ask_again(Move& move);

/// Takes `value` for the pending ask state and goes on.
void take(Move& move, SlotValue value);
/// The pending choose state was answered with `option`; goes on.
void choose(Move& move, const Option& option);
/// A button of a question that was answered before was pressed: its answer changes, and the pending
/// question stays. Gives the slots that changed.
std::vector<std::string> answer_again(Move& move, const State& question, const Option& option);
/// The pending confirm state was answered; goes on.
void confirm(Move& move, bool yes);

/// The pending confirm state was answered with what to change: as if `option` of `question`, the
/// state that a no leads to, had been chosen.
void change(Move& move, const State& question, const Option& option);

/// Says why the pending answer was not taken, more helpfully each time; the third time in a row a
/// person is offered. Then the same question.
void refuse(Move& move, Refusal refusal);

void skip(Move& move);
void go_back(Move& move);
void explain(Move& move);

/// Goes on from the pending question where its slot has been filled by the way.
void pass_filled(Move& move);

/// Leaves the form; what was given in it is forgotten.
void abandon(Move& move);

}  // namespace dialogs
