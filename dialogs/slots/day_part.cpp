#include "dialogs/slots/day_part.h"

#include <string_view>
#include <vector>

namespace dialogs {
namespace {

using Half = ClockTime::Half;

struct Named {
  std::vector<std::string_view> words;
  int from, to;  ///< hours
  Half half;
};

/// Longer phrases stand before what they begin with.
const std::vector<Named>& named() {
  static const std::vector<Named> all = {
      {{"early", "in", "the", "morning"}, 8, 10, Half::morning},
      {{"early", "morning"}, 8, 10, Half::morning},
      {{"early", "mornings"}, 8, 10, Half::morning},
      {{"early", "am"}, 8, 10, Half::morning},
      {{"first", "thing", "in", "the", "morning"}, 8, 10, Half::morning},
      {{"first", "thing"}, 8, 10, Half::morning},
      {{"1", "st", "thing"}, 8, 10, Half::morning},
      {{"temprano", "por", "la", "manana"}, 8, 10, Half::morning},
      {{"temprano", "en", "la", "manana"}, 8, 10, Half::morning},
      {{"a", "primera", "hora"}, 8, 10, Half::morning},
      {{"primera", "hora"}, 8, 10, Half::morning},
      {{"bien", "temprano"}, 8, 10, Half::morning},
      {{"tempranito"}, 8, 10, Half::morning},
      {{"temprano"}, 8, 10, Half::morning},
      {{"in", "the", "morning"}, 8, 12, Half::morning},
      {{"in", "the", "mornings"}, 8, 12, Half::morning},
      {{"morning"}, 8, 12, Half::morning},
      {{"mornings"}, 8, 12, Half::morning},
      {{"mornin"}, 8, 12, Half::morning},
      {{"this", "morning"}, 8, 12, Half::morning},
      {{"por", "las", "mananas"}, 8, 12, Half::morning},
      {{"en", "las", "mananas"}, 8, 12, Half::morning},
      {{"las", "mananas"}, 8, 12, Half::morning},
      {{"por", "la", "manana"}, 8, 12, Half::morning},
      {{"en", "la", "manana"}, 8, 12, Half::morning},
      {{"de", "la", "manana"}, 8, 12, Half::morning},
      {{"a", "la", "manana"}, 8, 12, Half::morning},
      {{"la", "manana"}, 8, 12, Half::morning},
      {{"manana", "temprano"}, 8, 10, Half::morning},
      {{"mananas"}, 8, 12, Half::morning},
      {{"after", "lunch"}, 13, 17, Half::evening},
      {{"after", "my", "lunch"}, 13, 17, Half::evening},
      {{"despues", "de", "comer"}, 13, 17, Half::evening},
      {{"despues", "del", "almuerzo"}, 13, 17, Half::evening},
      {{"despues", "de", "almorzar"}, 13, 17, Half::evening},
      {{"despues", "de", "la", "comida"}, 13, 17, Half::evening},
      {{"despues", "del", "lonche"}, 13, 17, Half::evening},
      {{"before", "lunch"}, 8, 12, Half::morning},
      {{"antes", "de", "comer"}, 8, 12, Half::morning},
      {{"antes", "del", "almuerzo"}, 8, 12, Half::morning},
      {{"lunch"}, 12, 13, Half::evening},
      {{"lunchtime"}, 12, 13, Half::evening},
      {{"lunch", "time"}, 12, 13, Half::evening},
      {{"lunch", "break"}, 12, 13, Half::evening},
      {{"hora", "del", "almuerzo"}, 12, 13, Half::evening},
      {{"hora", "de", "la", "comida"}, 12, 13, Half::evening},
      {{"hora", "de", "comer"}, 12, 13, Half::evening},
      {{"hora", "del", "lonche"}, 12, 13, Half::evening},
      {{"lonche"}, 12, 13, Half::evening},
      {{"late", "afternoon"}, 15, 17, Half::evening},
      {{"late", "in", "the", "afternoon"}, 15, 17, Half::evening},
      {{"late", "afternoons"}, 15, 17, Half::evening},
      {{"mas", "tarde"}, 12, 17, Half::evening},
      {{"early", "afternoon"}, 12, 15, Half::evening},
      {{"in", "the", "afternoon"}, 12, 17, Half::evening},
      {{"in", "the", "afternoons"}, 12, 17, Half::evening},
      {{"afternoon"}, 12, 17, Half::evening},
      {{"afternoons"}, 12, 17, Half::evening},
      {{"afternoon"}, 12, 17, Half::evening},
      {{"afternon"}, 12, 17, Half::evening},
      {{"this", "afternoon"}, 12, 17, Half::evening},
      {{"por", "la", "tarde"}, 12, 17, Half::evening},
      {{"en", "la", "tarde"}, 12, 17, Half::evening},
      {{"de", "la", "tarde"}, 12, 17, Half::evening},
      {{"a", "la", "tarde"}, 12, 17, Half::evening},
      {{"por", "las", "tardes"}, 12, 17, Half::evening},
      {{"en", "las", "tardes"}, 12, 17, Half::evening},
      {{"las", "tardes"}, 12, 17, Half::evening},
      {{"la", "tarde"}, 12, 17, Half::evening},
      {{"tarde"}, 12, 17, Half::evening},
      {{"tardes"}, 12, 17, Half::evening},
      {{"tardecita"}, 15, 17, Half::evening},
      {{"esta", "tarde"}, 12, 17, Half::evening},
      {{"early", "evening"}, 17, 19, Half::evening},
      {{"early", "evenings"}, 17, 19, Half::evening},
      {{"in", "the", "evening"}, 17, 21, Half::evening},
      {{"in", "the", "evenings"}, 17, 21, Half::evening},
      {{"at", "night"}, 17, 21, Half::evening},
      {{"evening"}, 17, 21, Half::evening},
      {{"evenings"}, 17, 21, Half::evening},
      {{"evning"}, 17, 21, Half::evening},
      {{"evnings"}, 17, 21, Half::evening},
      {{"eve"}, 17, 21, Half::evening},
      {{"night"}, 17, 21, Half::evening},
      {{"nights"}, 17, 21, Half::evening},
      {{"tonight"}, 17, 21, Half::evening},
      {{"tonite"}, 17, 21, Half::evening},
      {{"2", "nite"}, 17, 21, Half::evening},
      {{"2", "night"}, 17, 21, Half::evening},
      {{"por", "la", "noche"}, 17, 21, Half::evening},
      {{"en", "la", "noche"}, 17, 21, Half::evening},
      {{"de", "la", "noche"}, 17, 21, Half::evening},
      {{"a", "la", "noche"}, 17, 21, Half::evening},
      {{"por", "las", "noches"}, 17, 21, Half::evening},
      {{"en", "las", "noches"}, 17, 21, Half::evening},
      {{"las", "noches"}, 17, 21, Half::evening},
      {{"la", "noche"}, 17, 21, Half::evening},
      {{"noche"}, 17, 21, Half::evening},
      {{"noches"}, 17, 21, Half::evening},
      {{"nochecita"}, 17, 21, Half::evening},
      {{"esta", "noche"}, 17, 21, Half::evening}};
  return all;
}

}  // namespace

std::optional<DayPart> day_part_at(const Tokens& tokens, std::size_t at) {
  const Named* longest = nullptr;
  for (const Named& one : named()) {
    if (longest != nullptr && longest->words.size() >= one.words.size()) continue;
    bool fits = at + one.words.size() <= tokens.size();
    for (std::size_t i = 0; fits && i < one.words.size(); ++i)
      fits = tokens[at + i].form == one.words[i];
    if (fits) longest = &one;
  }
  if (longest == nullptr) return std::nullopt;
  return DayPart{longest->from * kMinutesPerHour, longest->to * kMinutesPerHour, longest->half,
                 at + longest->words.size()};
}

}  // namespace dialogs
