#pragma once

#include <cstdint>
#include <string>

#include "dialogs/slots/slot.h"
#include "dialogs/texts.h"

namespace dialogs {

/// Says times in a visitor's language and zone. Pure; thread-safe. `texts` outlives it.
class WindowWords {
 public:
  WindowWords(const Texts& texts, knowledge::Language language, std::string visitor_zone,
              std::string clinic_zone, std::int64_t now_ms);

  /// "tomorrow, Friday, March 13, 9 am to 12 pm Pacific Time"
  std::string window(const CallbackTime& time) const;
  /// "2:10 pm", with the day when it was not today
  std::string moment(std::int64_t utc_ms) const;

 private:
  std::string day(const std::string& day, int shift_minutes) const;
  std::string date(const std::string& iso, bool with_today) const;
  std::string named_days(const std::string& list) const;
  std::string clock(int minutes_of_day) const;
  std::string zone_name() const;

  const Texts& texts_;
  knowledge::Language language_;
  std::string visitor_zone_;
  std::string clinic_zone_;
  std::int64_t now_ms_;
};

}  // namespace dialogs
