#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dialogs {

/// What CallbackTime calls the days of the week, Sunday first.
inline constexpr std::array<std::string_view, 7> kWeekdayCodes = {"sun", "mon", "tue", "wed",
                                                                  "thu", "fri", "sat"};

/// "monday", "lunes", "mondays", "lun": 0 = Sunday to 6; -1 for other words.
int weekday_number(std::string_view form);

/// "mondays", "sabados": every such day.
bool is_plural_weekday(std::string_view form);

/// "march", "marzo", "mar": 1 to 12; 0 for other words.
int month_number(std::string_view form);

/// The pattern of CallbackTime::day for these weekdays, in any order: "weekdays", "mon,wed".
std::string weekday_pattern(std::vector<int> weekdays);

}  // namespace dialogs
