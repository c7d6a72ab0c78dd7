#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogs/move.h"
#include "dialogs/slots/slot.h"

namespace dialogs {

/// A slot's value as one says it to the visitor, in their language and zone: "tomorrow, Friday,
/// March 13, 9 am to 12 pm Pacific Time", "(213) 555-0187", "for your son".
std::string describe(const Move& move, const SlotValue& value);

/// "Name: Dana; Phone: (213) 555-0187": the given ones of `slots`, in the flow's order.
std::string details(const Move& move, const std::vector<std::string>& slots);

/// All that was given in the form, and the best time even where it was skipped.
std::string summary(const Move& move);

/// The best time, or "any time" where it was skipped.
std::string window(const Move& move);

/// A moment of the past for the visitor: "2:10 pm", with the day when it was not today.
std::string moment(const Move& move, std::int64_t utc_ms);

}  // namespace dialogs
