#include "dialogs/slots/time_edge.h"

#include <algorithm>

#include "dialogs/slots/time_words.h"

namespace dialogs {

std::optional<ClockTime> time_edge_at(const Tokens& tokens, std::size_t at, bool is_led) {
  static const Phrases noon(
      "[12] noon; [el] mediodia; medio dia; midday; las doce del dia; 12 del dia; "
      "12 de la tarde; doce del dia; doce de la tarde");
  static const Phrases midnight(
      "[12] midnight; medianoche; media noche; mid night; 12 at night; 12 de la noche; "
      "doce de la noche");
  static const Phrases end_of_day(
      "[the] end of [the|my] (day|workday|business day|business); eod; cob; close of business; "
      "[el] (final|fin) del dia");
  static const Phrases about_noon("[12] noonish; noon [-] ish");
  ClockTime time;
  time.is_about = about_noon.begin_at(tokens, at);
  if (const std::size_t next = std::max(noon.after(tokens, at), about_noon.after(tokens, at))) {
    time.hour = 12;
    time.half = ClockTime::Half::evening;
    time.next = next;
    return time;
  }
  if (const std::size_t next = midnight.after(tokens, at)) {
    time.hour = 24;
    time.next = next;
    return time;
  }
  if (const std::size_t next = end_of_day.after(tokens, at)) {
    time.hour = 5;
    time.half = ClockTime::Half::evening;
    time.next = next;
    return time;
  }
  const auto clock = clock_time_at(tokens, at);
  if (!clock || (!is_led && words_for_things().begin_at(tokens, clock->next)))
    return std::nullopt;
  return clock;
}

}  // namespace dialogs
