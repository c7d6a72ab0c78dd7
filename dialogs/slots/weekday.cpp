#include "dialogs/slots/calendar_day.h"
#include "dialogs/slots/calendar_words.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

using date::days;

/// Which of the weekdays of that name is meant.
enum class Which { coming, next_week, every, gone };

/// The words before a weekday: "every", "el proximo".
Which take_opening(const Tokens& tokens, std::size_t& at) {
  static const Vocabulary<Which> openings = {
      {"(every|each|cada) [single|other]; todos los; todo los; los; on all; all", Which::every},
      {"[on] [this] (next|nxt); [el|para el] proximo; [el|para el] prox; el (otro|siguiente); "
       "a week from",
       Which::next_week},
      {"[el] pasado; last; past; this past", Which::gone},
      {"[on|for|by] [this] coming; [on|for] (this|the); [para|este] (este|el); on; upcoming; "
       "el dia",
       Which::coming}};
  const auto match = openings.at(tokens, at);
  if (!match) return Which::coming;
  at = match->next;
  return match->meaning;
}

/// The words after one: "el lunes que viene", "el lunes pasado".
void take_ending(const Tokens& tokens, std::size_t& at, Which& which) {
  static const Vocabulary<Which> endings = {
      {"proximo; de la (proxima|otra|siguiente) semana; de la semana (que viene|que entra|proxima|"
       "entrante); (of|in) [the] next week; next week",
       Which::next_week},
      {"que (viene|entra)", Which::coming},
      {"pasado; past", Which::gone}};
  const auto match = endings.at(tokens, at);
  if (!match) return;
  at = match->next;
  if (match->meaning != Which::coming) which = match->meaning;
}

/// More weekdays after the first: "monday, wednesday and friday", "lunes a viernes".
std::vector<int> listed(const Tokens& tokens, std::size_t& next, int first) {
  static const Phrases ranges("-; to; through; thru; till; until; a; al; hasta; hasta el");
  static const Phrases joints(
      "[,|/|&] (and|or|y|o|e|n|or on|or maybe|and on|and or|and / or|o el|"
      "y el|y los|o los); ,; /; &; +; , el; , los");
  static const Phrases articles("[el|los|on|the|every|a|al] [next|this|proximo]");
  std::vector<int> all = {first};
  for (;;) {
    const std::size_t through = ranges.after(tokens, next);
    std::size_t ahead = std::max({next, through, joints.after(tokens, next)});
    ahead = std::max(ahead, articles.after(tokens, ahead));
    const int day = ahead < tokens.size() ? weekday_number(tokens[ahead].form) : -1;
    if (day < 0) return all;
    if (through > 0)
      for (int between = (all.back() + 1) % 7; between != day; between = (between + 1) % 7)
        all.push_back(between);
    all.push_back(day);
    next = ahead + 1;
  }
}

}  // namespace

std::optional<CalendarDay> weekday_at(const Tokens& tokens, std::size_t at,
                                      date::local_days today) {
  std::size_t next = at;
  Which which = take_opening(tokens, next);
  const int first = next < tokens.size() ? weekday_number(tokens[next].form) : -1;
  if (first < 0) return std::nullopt;
  if (is_plural_weekday(tokens[next].form)) which = Which::every;
  ++next;
  const std::vector<int> all = listed(tokens, next, first);
  take_ending(tokens, next, which);
  if (which == Which::gone) return CalendarDay::gone(next);
  if (all.size() > 1 || which == Which::every)
    return CalendarDay::every(weekday_pattern(all), next);
  const date::weekday wanted(static_cast<unsigned>(first));
  if (which == Which::next_week)
    return CalendarDay::on(monday_of(today) + days(7) + (wanted - date::Monday), next);
  CalendarDay made;
  made.kind = CalendarDay::Kind::weekday;
  made.weekday = wanted;
  made.next = next;
  return made;
}

std::optional<date::local_days> numbered_date_at(const Tokens& tokens, std::size_t at,
                                                 const CalendarDay& weekday,
                                                 date::local_days today) {
  constexpr std::size_t kDigits = 2;
  constexpr unsigned kHoursMax = 12;
  constexpr days kAhead{62};
  if (weekday.kind != CalendarDay::Kind::weekday || at >= tokens.size() ||
      tokens[at].kind != Token::Kind::number || tokens[at].form.size() != kDigits)
    return std::nullopt;
  const auto number = static_cast<unsigned>(std::stoi(tokens[at].form));
  if (number <= kHoursMax) return std::nullopt;
  for (auto date = today; date < today + kAhead; date += days(1))
    if (date::year_month_day(date).day() == date::day(number) &&
        date::weekday(date) == weekday.weekday)
      return date;
  return std::nullopt;
}

}  // namespace dialogs
