#pragma once

#include <string>
#include <string_view>

#include "dialogs/flow.h"
#include "dialogs/move.h"

namespace dialogs {

/// The way through the graph of the form in progress.

/// REQUIRES: a form is in progress.
const Flow& flow_of(const Move& move);

/// Whether the visitor has to answer before the form goes on.
bool is_question(const State& state);

/// Whether the walk passes `state` by because its answer is known.
bool is_answered(const Session& session, const State& state);

/// Walks from that state through everything that needs no answer, to the next question, which is
/// put, or to the end. The proof of the graph bounds the walk: without questions no cycle.
void enter(Move& move, std::string state_id);

/// Makes the first question that has no answer the pending one, without putting it.
void return_to_first_open(Move& move);

/// Marks a slot to be asked for once more. What was given stays until there is another answer, so
/// that no way through the form, back and forth, loses it.
void ask_anew(Session& session, const std::string& slot);

/// The form is over; what was given in it stays.
void finish(Move& move);

}  // namespace dialogs
