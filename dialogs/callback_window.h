#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dialogs/slots/slot.h"

namespace dialogs {

/// Whether the window ended before `now_ms` (UTC). Days that come again ("weekdays") never do.
/// Throws nothing; `clinic_zone` is an IANA name.
bool has_gone_by(const CallbackTime& time, std::int64_t now_ms, const std::string& clinic_zone);

/// `later` is what was said after `earlier`: where it names only an hour, the day stands, unless
/// that would be past. `said` is the message that gave it.
CallbackTime with_standing_day(const CallbackTime& earlier, CallbackTime later,
                               std::string_view said, std::int64_t now_ms,
                               const std::string& clinic_zone);

}  // namespace dialogs
