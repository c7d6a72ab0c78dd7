#pragma once

#include <cstddef>
#include <optional>

#include "dialogs/slots/token.h"

namespace dialogs {

inline constexpr int kMinutesPerHour = 60;
inline constexpr int kMinutesPerDay = 24 * kMinutesPerHour;

/// A time of day as it was written: "3", "3:30 pm", "half past 4", "las tres y media".
struct ClockTime {
  int hour = 0;
  int minute = 0;
  enum class Half { unknown, morning, evening } half = Half::unknown;
  bool is_about = false;  ///< "3ish"
  std::size_t next = 0;   ///< the token after it

  /// Minutes since midnight; a bare 1 to 7 is afternoon, 8 to 11 morning, 12 noon.
  int minutes() const;
  int minutes_as(Half assumed) const;  ///< as if `assumed` had been written, where nothing was
};

/// The time that begins at token `at`. nullopt where none does.
std::optional<ClockTime> clock_time_at(const Tokens& tokens, std::size_t at);

/// "25:00", "at 26", "3:75": an hour that no day has, so that no other part of the text counts.
bool has_impossible_clock(const Tokens& tokens);

}  // namespace dialogs
