#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "dialogs/slots/slot.h"

namespace bot {

/// When a visitor may be called.
struct CallWish {
  std::optional<dialogs::CallbackTime> time;  ///< as they asked for it, in the clinic's time
  std::string visitor_zone;                   ///< IANA; the clinic's where it is not known
  bool urgent = false;                        ///< danger was seen in the conversation

  /// `fields` as a callback holds them: "callback_time", "zone".
  static CallWish of(const dialogs::Slots& fields, bool urgent, const std::string& clinic_zone);
};

/// A stretch of time in UTC milliseconds; `to_ms` is exclusive.
struct Opening {
  std::int64_t from_ms = 0;
  std::int64_t to_ms = 0;
  bool is_asked_for = false;  ///< by the visitor; else the hours in which anybody may be called

  bool operator==(const Opening&) const = default;
};

/// The first stretch in which the visitor may be called that ends after `earliest_ms`; it may have
/// begun before.
/// - A window with a date is taken as it is: the reader has held it to 8 am to 9 pm where the
///   visitor is, unless they asked for now.
/// - A window that comes again ("weekdays") is held to 8 am to 9 pm on each of its days.
/// - Without a window, and after a date that has gone by: 8 am to 9 pm where the visitor is.
/// - Who was in danger and named no time is called at any hour.
Opening next_opening(const CallWish& wish, const std::string& clinic_zone,
                     std::int64_t earliest_ms);

}  // namespace bot
