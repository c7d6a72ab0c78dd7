#pragma once

#include "dialogs/slots/slot.h"

namespace bot {

/// What one card says of two requests of the same person: what it lacks is taken from the other,
/// and the time to call too where that `is_later`; a permission that either refuses is refused,
/// since somebody else may have typed the number.
dialogs::Slots merged_fields(const dialogs::Slots& card, const dialogs::Slots& other,
                             bool is_later);

}  // namespace bot
