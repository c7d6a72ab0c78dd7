#pragma once

#include <date/date.h>

#include "dialogs/slots/slot.h"
#include "dialogs/slots/time_phrase.h"

namespace dialogs {

/// The window that `phrase` asks for, in the clinic's time, or why there is none: it is past, its
/// day does not exist, or it lies outside calling hours for the visitor.
SlotReading call_window(const TimePhrase& phrase, const SlotContext& context);

/// The day it is where the visitor is.
date::local_days visitor_today(const SlotContext& context);

}  // namespace dialogs
