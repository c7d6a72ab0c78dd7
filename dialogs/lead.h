#pragma once

#include <string>

#include "dialogs/flow.h"
#include "dialogs/move.h"

namespace dialogs {

/// Makes what the form gathered the visitor's request, with the consent that was just given.
/// REQUIRES: the flow has a confirm state; its proof sees to that.
void store_lead(Move& move, const Flow& flow);

/// Keeps or drops the proof of a yes, after `state` has set `slot`: only slots of kind yes_no are
/// permissions.
void note_permission(Move& move, const Flow& flow, const State& state, const std::string& slot);

/// Forgets a permission that is to be asked again.
void drop_permission(Session& session, const std::string& slot);

/// The form in progress and the stored request say no from now on where they said yes to `slot`.
/// True when one of them did.
bool withdraw_permission(Move& move, const std::string& slot);

/// Keeps a no to `slot` that nobody asked for, in the form or before one and in the stored request.
void note_refusal(Move& move, const std::string& slot);

/// The visitor wants no more texts: the form in progress and the stored request say so too.
void withdraw_texting(Move& move);

/// The stored request changed; the store hears of it once a turn.
void mark_updated(Move& move);

/// Whether a coordinator has a request of this visitor to call for.
bool has_open_lead(const Session& session);

}  // namespace dialogs
