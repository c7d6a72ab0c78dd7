#include "dialogs/slots/calendar_day.h"

#include <algorithm>
#include <utility>

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

/// What days a phrase means, seen from today.
enum class Means {
  this_day,
  tomorrow,
  after_tomorrow,
  in_a_week,
  in_two_weeks,
  a_week_from_tomorrow,
  gone,
  next_week,
  this_week,
  start_of_next_week,
  end_of_week,
  this_weekend,
  next_weekend,
  next_month,
  weekends,
  weekdays,
  any
};

constexpr Vocabulary<Means>::Entry kWords[] = {
    {"[later|sometime|anytime|any time|some time|still] (today|todays|2day|tdy|2 day|tday); "
     "hoy [mismo|mas tarde|mas tardecito|en el dia|dia]; mas tarde hoy; mas al rato; al ratito; "
     "al rato; later on today; this very day; el dia de hoy; la tarde de hoy",
     Means::this_day},
    {"tomorrow; tmrw; tmr; tmw; tmrrw; tommorow; tommorrow; tomorow; tomorro; tomm; tmro; tmorrow; "
     "tomorrrow; tom; 2 (morrow|moro|morow|mrw); manana; el dia de manana; next day; the next day; "
     "the following day; al dia siguiente; manan; maniana",
     Means::tomorrow},
    {"[the] day after (tomorrow|tmrw|tomorow|tommorow|tmr|tom); pasado [manana]; pasadomanana; "
     "overmorrow",
     Means::after_tomorrow},
    {"(a|1|one) week from today; de hoy en ocho [dias]", Means::in_a_week},
    {"(2|two) weeks from today; de hoy en quince [dias]", Means::in_two_weeks},
    {"(a|1|one) week from (tomorrow|tmrw|tomorow|tommorow); de manana en ocho [dias]",
     Means::a_week_from_tomorrow},
    {"yesterday; ayer; antier; anteayer; anoche; last (week|night|month|year|weekend); "
     "[la] semana pasada; el mes pasado; earlier today; mas temprano hoy; the other day",
     Means::gone},
    {"[the] (next|following|coming) (week|wk); nxt (week|wk); nextweek; [la|una] proxima semana; "
     "[la] semana (proxima|que viene|que entra|entrante|siguiente|de arriba); [la] (otra|"
     "siguiente) semana; [la] prox semana; a week from now; in a week; in one week",
     Means::next_week},
    {"[the] [later|anytime|sometime|rest of] (this|the) week; esta [misma] semana; lo que (queda|"
     "resta) de la semana; el resto de la semana; days this week; any day this week; "
     "cualquier dia de esta semana",
     Means::this_week},
    {"(early|beginning of|start of|first part of) [the] next week; (principios|a principios|"
     "inicio) de la (proxima semana|semana que viene|otra semana)",
     Means::start_of_next_week},
    {"(end of|later in) the week; a fin(es|es) de (esta|la) semana; a finales de la semana",
     Means::end_of_week},
    {"(this|the|coming|this coming) weekend; this wknd; (este|el) [proximo] (fin de semana|finde); "
     "[el] fin de semana que (viene|entra)",
     Means::this_weekend},
    {"[the] next (weekend|week end|wknd); el siguiente fin de semana; el otro fin de semana; "
     "el proximo fin de semana",
     Means::next_weekend},
    {"next month; [el] (proximo mes|mes que viene|otro mes)", Means::next_month},
    {"[on|the] (weekends|weekend|wknd|wknds|week ends) [only]; [los|en|en los|solo|"
     "solo los] (fines|fin) de semana; fines; findes; weekend days; sabados y domingos",
     Means::weekends},
    {"[on|the] (weekdays|weekday|week days|week day|wkdays|work days|workdays|working days|"
     "business days|work week) [only]; during the (week|work week|workweek); (m|mon) (-|to|thru|"
     "through) f [ri]; monday (-|to|thru|through) fri; entre [la] semana; durante la semana; "
     "dias (de semana|de entre semana|habiles|laborales|laborables|de trabajo); l (-|a) v",
     Means::weekdays},
    {"every (day|single day); everyday; any [other] day [of the week|this week|is fine]; daily; "
     "each day; all week; all days; todos los dias; todo los dias; cualquier dia [de la semana]; "
     "cualquiera; diario; diariamente; cada dia; toda la semana; (7|seven) days a week; "
     "los siete dias; no importa (el|que) dia; el dia que (sea|quiera|quieran|gusten); "
     "whatever day; whichever day; most days; casi todos los dias",
     Means::any}};

}  // namespace

using date::days;

CalendarDay CalendarDay::on(date::local_days day, std::size_t next) {
  return between(day, day, next);
}

CalendarDay CalendarDay::between(date::local_days first, date::local_days last, std::size_t next) {
  CalendarDay made;
  made.kind = first == last ? Kind::date : Kind::range;
  made.first = first;
  made.last = last;
  made.next = next;
  return made;
}

CalendarDay CalendarDay::every(std::string pattern, std::size_t next) {
  CalendarDay made;
  made.pattern = std::move(pattern);
  made.next = next;
  return made;
}

CalendarDay CalendarDay::gone(std::size_t next) {
  CalendarDay made;
  made.kind = Kind::past;
  made.next = next;
  return made;
}

date::local_days monday_of(date::local_days day) {
  return day - (date::weekday(day) - date::Monday);
}

std::optional<CalendarDay> relative_day_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today) {
  static const Vocabulary<Means> words(kWords);
  const auto match = words.at(tokens, at);
  if (!match) return std::nullopt;
  const std::size_t next = match->next;
  const auto monday = monday_of(today);
  switch (match->meaning) {
    case Means::this_day: return CalendarDay::on(today, next);
    case Means::tomorrow: return CalendarDay::on(today + days(1), next);
    case Means::after_tomorrow: return CalendarDay::on(today + days(2), next);
    case Means::in_a_week: return CalendarDay::on(today + days(7), next);
    case Means::in_two_weeks: return CalendarDay::on(today + days(14), next);
    case Means::a_week_from_tomorrow: return CalendarDay::on(today + days(8), next);
    case Means::gone: return CalendarDay::gone(next);
    case Means::next_week: return CalendarDay::between(monday + days(7), monday + days(11), next);
    case Means::this_week:
    case Means::end_of_week:
      return CalendarDay::between(today, std::max(today, monday + days(4)), next);
    case Means::start_of_next_week:
      return CalendarDay::between(monday + days(7), monday + days(8), next);
    case Means::this_weekend:
      return CalendarDay::between(std::max(today, monday + days(5)), monday + days(6), next);
    case Means::next_weekend:
      return CalendarDay::between(monday + days(12), monday + days(13), next);
    case Means::next_month: {
      const auto month = date::year_month_day(today).year() / date::year_month_day(today).month() +
                         date::months(1);
      return CalendarDay::between(date::local_days(month / 1), date::local_days(month / date::last),
                                  next);
    }
    case Means::weekends: return CalendarDay::every("weekends", next);
    case Means::weekdays: return CalendarDay::every("weekdays", next);
    case Means::any: break;
  }
  return CalendarDay::every("any", next);
}

std::optional<CalendarDay> calendar_day_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today) {
  if (auto day = relative_day_at(tokens, at, today)) return day;
  if (auto day = weekday_at(tokens, at, today)) return day;
  return month_day_at(tokens, at, today);
}

}  // namespace dialogs
