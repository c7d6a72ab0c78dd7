#include "dialogs/slots/day_part.h"

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

using Half = ClockTime::Half;
using Days = DayPart::Days;

DayPart hours(int from, int to, Days days = Days::unsaid) {
  constexpr int kNoon = 12;
  return {from * kMinutesPerHour, to * kMinutesPerHour, to <= kNoon ? Half::morning : Half::evening,
          days, 0};
}

const Vocabulary<DayPart>& parts() {
  static const Vocabulary<DayPart> all = {
      {"[in the|in] early [in the] (morning|mornings|am); (first|1 st) thing [in the morning|"
       "in the mornings|am]; early in the (day|morning); early bird; right when you open; "
       "when you open; as soon as you open; opening time; "
       "[por la|en la|de la|muy|bien|lo mas] (temprano|tempranito) [por la manana|en la manana|"
       "de la manana]; [a] primera hora [de la manana|por la manana]; a (primeras|"
       "las primeras) horas; bien temprano; en la mananita; mananita; tempranito; (manana|"
       "mananas) tempranito; a la hora que abren; cuando abran",
       hours(8, 10)},
      {"[in the|during the|in|on the] (morning|mornings|mornin|mornings|mrng|mornig|monring); [a|"
       "in the] (am|a . m .) hours; in the am; [por|en|de|a|durante|x] (la|las) (manana|mananas|"
       "matina); mananas; matutino; before (lunch|noon); b 4 (lunch|noon); until (lunch|noon); "
       "forenoon; antes (de comer|del almuerzo|del lonche|de almorzar|del mediodia|de mediodia|"
       "del medio dia); a media manana",
       hours(8, 12)},
      {"this (morning|am); esta manana; hoy (por|en) la manana", hours(8, 12, Days::today)},
      {"[at|around|during|on|my|over|in|at my|on my|during my] [my] (lunch|lunchtime|lunch time|"
       "lunch break|lunch hour|lunchbreak|midday|mid day|noontime); [at] noon; noons; 12 noon; "
       "[al|a|el|en el] (mediodia|medio dia|medio - dia); medio dia; [a|"
       "en] [la] hora (del almuerzo|de la comida|de comer|del lonche|de almuerzo|de almorzar|"
       "del lunch|de lonche); [en] mi (almuerzo|lonche|hora de comida|hora de lonche|break|"
       "descanso); el lonche; lonche; almuerzo; en el almuerzo",
       hours(12, 13)},
      {"[right|just|anytime|any time] after [my] (lunch|lunchtime|lunch time|lunch break); "
       "despues (de comer|del almuerzo|de almorzar|de la comida|del lonche|de lonche|"
       "de la hora de comida|de mi almuerzo|de mi lonche)",
       hours(13, 17)},
      {"[in the|in] late [in the] (afternoon|afternoons|aft); later in the afternoon; "
       "late in the day; [ya] tarde en la tarde; [al] (final|fin) de la tarde; a (ultima|"
       "ultimas) (hora|horas) de la tarde; [en|por] la tardecita; tardecita; tardeando; "
       "ya en la tardecita; mid to late afternoon; a media tarde; entrada la tarde; "
       "mas tarde por la tarde",
       hours(15, 17)},
      {"[in the|during the|in|on] (afternoon|afternoons|afternon|afternoonish|aft|arvo|aftrnoon|"
       "afternoom); [por|en|de|a|durante|x] (la|las) (tarde|tardes); tarde; tardes; "
       "early afternoon; early in the afternoon; temprano (en|por) la tarde",
       hours(12, 17)},
      {"this (afternoon|aft); esta [misma] (tarde|tardecita); hoy (por|en) la tarde",
       hours(12, 17, Days::today)},
      {"[in the|in] early [in the] (evening|evenings|night|eve); temprano (en|por) la noche; "
       "[al] (anochecer|atardecer); al oscurecer; around dinner; dinner time; dinnertime",
       hours(17, 19)},
      {"[in the|during the|at|at the|in|by|on] (evening|evenings|evning|evnings|eve|night|nights|"
       "nite|nites|nighttime|night time|evenin|evennings); [por|en|de|a|durante|x] (la|"
       "las) (noche|noches); noche; noches; nochecita; en la nochecita; de noche; after (dinner|"
       "supper|hours); despues de (cenar|la cena); nocturno; late evening; late night; "
       "late at night; ya noche; tarde noche",
       hours(17, 21)},
      {"tonight; tonite; tonigth; 2 (nite|night); tnite; this (evening|eve|night); "
       "esta [misma] (noche|nochecita); hoy (por|en) la noche; hoy noche",
       hours(17, 21, Days::today)},
      {"[on] (weeknights|week nights|weekday nights|weekday evenings|weeknight); "
       "noches de entre semana",
       hours(17, 21, Days::weekdays)},
      {"weekend (nights|evenings); noches de fin de semana", hours(17, 21, Days::weekends)},
      {"[in|in the|the] pm; in the p . m .; pms; afternoons (or|and|/) evenings; "
       "[in the] afternoon (or|and|/|to) evening; tardes (o|y) noches; [por|en] la tarde (o|y|"
       "/) noche",
       hours(12, 21)},
      {"[at|around] [the] end of [the|my] (day|workday|business day|business); eod; cob; "
       "close of business; close of day; (al|a) (final|fin) del dia; al terminar el dia; "
       "closing time; before you close; at closing",
       {17 * kMinutesPerHour, 18 * kMinutesPerHour, Half::evening, Days::unsaid, 0}},
      {"business hours; office hours; working hours; normal hours; (durante|en) horas (de oficina|"
       "habiles|de trabajo|laborales); horario de oficina; daytime; during the day; "
       "durante el dia; en el dia; de dia; day time",
       hours(9, 17)}};
  return all;
}

}  // namespace

std::optional<DayPart> day_part_at(const Tokens& tokens, std::size_t at) {
  const auto match = parts().at(tokens, at);
  if (!match) return std::nullopt;
  DayPart part = match->meaning;
  part.next = match->next;
  return part;
}

}  // namespace dialogs
