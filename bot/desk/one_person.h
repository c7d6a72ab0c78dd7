#pragma once

#include "dialogs/slots/slot.h"

namespace bot {

/// What one card says after the same person has asked again: the newest time to call and what the
/// card lacks are taken from `later`; a permission that either request refuses is refused, since
/// somebody else may have typed the number.
dialogs::Slots merged_fields(const dialogs::Slots& card, const dialogs::Slots& later);

}  // namespace bot
