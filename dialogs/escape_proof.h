#pragma once

#include "dialogs/script.h"
#include "knowledge/problem.h"

namespace dialogs {

/// Proves by playing it that nobody is held in a form: in every question of every flow, on every
/// channel and in every language, danger brings the crisis words and nothing else, asking for a
/// person brings the way to one, cancelling ends the form; and whatever the question says by SMS,
/// with all details filled in, stays within two segments. Adds a problem for every violation.
void prove_escapes(const Script& script, knowledge::Problems& problems);

}  // namespace dialogs
