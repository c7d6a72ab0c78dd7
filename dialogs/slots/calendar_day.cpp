#include "dialogs/slots/calendar_day.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>
#include <vector>

#include "dialogs/slots/number_words.h"

namespace dialogs {
namespace {

using date::days;
using Kind = CalendarDay::Kind;

constexpr std::array<std::string_view, 7> kCodes = {"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

std::string_view form_at(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? std::string_view(tokens[at].form) : std::string_view();
}

std::optional<int> number_at(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  if (tokens[at].kind == Token::Kind::number)
    return tokens[at].form.size() <= 4 ? std::optional(std::stoi(tokens[at].form)) : std::nullopt;
  return number_word(tokens[at].form);
}

/// 0 = Sunday; -1 for other words. Plurals and short forms too.
int weekday_number(std::string_view form) {
  static const std::map<std::string_view, int> words = {
      {"sunday", 0},    {"sundays", 0},    {"sun", 0},    {"domingo", 0},    {"domingos", 0},
      {"monday", 1},    {"mondays", 1},    {"mon", 1},    {"lunes", 1},      {"munday", 1},
      {"tuesday", 2},   {"tuesdays", 2},   {"tue", 2},    {"tues", 2},       {"martes", 2},
      {"teusday", 2},   {"tusday", 2},     {"wednesday", 3}, {"wednesdays", 3}, {"wed", 3},
      {"weds", 3},      {"miercoles", 3},  {"wensday", 3},   {"wednsday", 3},   {"wendsday", 3},
      {"thursday", 4},  {"thursdays", 4},  {"thu", 4},    {"thur", 4},       {"thurs", 4},
      {"thirsday", 4},  {"thrusday", 4},   {"jueves", 4}, {"friday", 5},     {"fridays", 5},
      {"fri", 5},       {"viernes", 5},    {"firday", 5}, {"saturday", 6},   {"saturdays", 6},
      {"sat", 6},       {"sabado", 6},     {"sabados", 6}, {"saterday", 6},  {"lun", 1},
      {"mie", 3},       {"jue", 4},        {"vie", 5},    {"sab", 6},        {"dom", 0}};
  const auto found = words.find(form);
  return found == words.end() ? -1 : found->second;
}

bool is_plural_weekday(std::string_view form) {
  return weekday_number(form) >= 0 && form.size() > 5 && form.back() == 's' &&
         !is_any(form, {"lunes", "martes", "miercoles", "jueves", "viernes"});
}

int month_number(std::string_view form) {
  static const std::map<std::string_view, int> words = {
      {"january", 1},   {"jan", 1},  {"enero", 1},      {"february", 2}, {"feb", 2},
      {"febrero", 2},   {"march", 3}, {"mar", 3},       {"marzo", 3},    {"april", 4},
      {"apr", 4},       {"abril", 4}, {"may", 5},       {"mayo", 5},     {"june", 6},
      {"jun", 6},       {"junio", 6}, {"july", 7},      {"jul", 7},      {"julio", 7},
      {"august", 8},    {"aug", 8},  {"agosto", 8},     {"september", 9}, {"sept", 9},
      {"sep", 9},       {"septiembre", 9}, {"setiembre", 9}, {"october", 10}, {"oct", 10},
      {"octubre", 10},  {"november", 11}, {"nov", 11},  {"noviembre", 11}, {"december", 12},
      {"dec", 12},      {"dic", 12}, {"diciembre", 12}, {"ene", 1}, {"abr", 4}, {"ago", 8}};
  const auto found = words.find(form);
  return found == words.end() ? 0 : found->second;
}

CalendarDay on(date::local_days day, std::size_t next) {
  CalendarDay made;
  made.kind = Kind::date;
  made.first = made.last = day;
  made.next = next;
  return made;
}

CalendarDay between(date::local_days first, date::local_days last, std::size_t next) {
  CalendarDay made = on(first, next);
  made.kind = Kind::range;
  made.last = last;
  return made;
}

CalendarDay every(std::string pattern, std::size_t next) {
  CalendarDay made;
  made.pattern = std::move(pattern);
  made.next = next;
  return made;
}

date::local_days monday_of(date::local_days day) {
  return day - (date::weekday(day) - date::Monday);
}

CalendarDay dated(date::local_days today, std::optional<int> year, int month, int day,
                  std::size_t next) {
  const date::year_month_day now(today);
  date::year_month_day wanted{year ? date::year(*year < 100 ? *year + 2000 : *year) : now.year(),
                              date::month(static_cast<unsigned>(month)),
                              date::day(static_cast<unsigned>(day))};
  if (!year && date::local_days(wanted) < today) wanted += date::years(1);
  CalendarDay made = on(date::local_days(wanted), next);
  if (!wanted.ok()) made.kind = Kind::invalid;
  else if (made.first < today) made.kind = Kind::past;
  return made;
}

void skip_ordinal(const Tokens& tokens, CalendarDay& day) {
  if (is_any(form_at(tokens, day.next), {"st", "nd", "rd", "th"})) ++day.next;
}

/// "march 15th 2026", "15 de marzo", "3/18", "2026-03-18".
std::optional<CalendarDay> month_and_day_at(const Tokens& tokens, std::size_t at,
                                            date::local_days today) {
  const auto year_at = [&](std::size_t from) -> std::optional<int> {
    const auto year = number_at(tokens, from);
    return year && *year >= 2000 && *year < 2200 ? year : std::nullopt;
  };
  if (const int month = month_number(form_at(tokens, at)); month > 0) {
    std::size_t next = at + 1;
    if (form_at(tokens, next) == ".") ++next;
    if (form_at(tokens, next) == "the") ++next;
    const auto day = number_at(tokens, next);
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    CalendarDay made = dated(today, std::nullopt, month, *day, next + 1);
    skip_ordinal(tokens, made);
    const std::size_t year_place = form_at(tokens, made.next) == "," ? made.next + 1 : made.next;
    if (const auto year = year_at(year_place)) return dated(today, year, month, *day, year_place + 1);
    return made;
  }
  const auto first = number_at(tokens, at);
  if (!first) return std::nullopt;
  std::size_t next = at + 1;
  if (is_any(form_at(tokens, next), {"st", "nd", "rd", "th"})) ++next;
  const bool has_of = is_any(form_at(tokens, next), {"de", "of"});
  if (const int month = month_number(form_at(tokens, has_of ? next + 1 : next));
      month > 0 && *first >= 1 && *first <= 31)
    return dated(today, std::nullopt, month, *first, next + (has_of ? 2 : 1));
  const auto sign = form_at(tokens, at + 1);
  const bool is_written = tokens[at].kind == Token::Kind::number && at + 2 < tokens.size() &&
                          tokens[at + 2].kind == Token::Kind::number &&
                          !tokens[at + 1].after_space && !tokens[at + 2].after_space;
  if (!is_written || !is_any(sign, {"/", "-"})) return std::nullopt;
  const auto second = number_at(tokens, at + 2);
  const bool has_third = form_at(tokens, at + 3) == sign && number_at(tokens, at + 4);
  if (has_third && *first >= 2000)
    return dated(today, first, *second, *number_at(tokens, at + 4), at + 5);
  if (sign == "-" && !has_third) return std::nullopt;  // "9-11" is a range of hours
  if (*first > 12 && *second <= 12)
    return dated(today, has_third ? number_at(tokens, at + 4) : std::nullopt, *second, *first,
                 at + (has_third ? 5 : 3));
  return dated(today, has_third ? number_at(tokens, at + 4) : std::nullopt, *first, *second,
               at + (has_third ? 5 : 3));
}

/// "the 15th", "el 15", "el dia 15", "on the 3rd".
std::optional<CalendarDay> day_of_month_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today) {
  std::size_t next = at;
  const bool has_article = is_any(form_at(tokens, next), {"the", "el"});
  if (has_article) ++next;
  const bool has_day = form_at(tokens, next) == "dia";
  if (has_day) ++next;
  const auto number = number_at(tokens, next);
  if (!number || tokens[next].kind != Token::Kind::number || *number < 1 || *number > 31)
    return std::nullopt;
  const bool is_ordinal = is_any(form_at(tokens, next + 1), {"st", "nd", "rd", "th"});
  const bool is_spanish = form_at(tokens, at) == "el" || has_day;
  if (!is_ordinal && !is_spanish) return std::nullopt;
  date::year_month_day wanted(today);
  wanted = wanted.year() / wanted.month() / static_cast<unsigned>(*number);
  for (int tries = 0; (!wanted.ok() || date::local_days(wanted) < today) && tries < 12; ++tries) {
    wanted += date::months(1);
    wanted = wanted.year() / wanted.month() / static_cast<unsigned>(*number);
  }
  return on(date::local_days(wanted), next + (is_ordinal ? 2 : 1));
}

/// "monday", "next friday", "mondays and wednesdays", "mon-fri", "todos los lunes".
std::optional<CalendarDay> weekdays_at(const Tokens& tokens, std::size_t at,
                                       date::local_days today) {
  std::size_t next = at;
  bool is_every = false, is_next = false;
  if (is_any(form_at(tokens, next), {"every", "each", "cada"})) is_every = true, ++next;
  else if (form_at(tokens, next) == "todos" && form_at(tokens, next + 1) == "los")
    is_every = true, next += 2;
  else if (form_at(tokens, next) == "los") is_every = true, ++next;
  else if (is_any(form_at(tokens, next), {"next", "proximo"})) is_next = true, ++next;
  else if (form_at(tokens, next) == "el" && form_at(tokens, next + 1) == "proximo")
    is_next = true, next += 2;
  else if (is_any(form_at(tokens, next), {"this", "este", "coming"})) ++next;
  else if (is_any(form_at(tokens, next), {"el", "on"})) ++next;
  const int first = weekday_number(form_at(tokens, next));
  if (first < 0) return std::nullopt;
  is_every = is_every || is_plural_weekday(form_at(tokens, next));
  std::vector<int> all = {first};
  ++next;
  for (;;) {
    std::size_t ahead = next;
    const auto joint = form_at(tokens, ahead);
    const bool is_range = is_any(joint, {"-", "to", "through", "thru", "a", "al", "hasta"});
    if (!is_range && !is_any(joint, {",", "/", "and", "or", "y", "o", "&"})) break;
    ++ahead;
    while (is_any(form_at(tokens, ahead), {"and", "or", "y", "o", "el", "los", "on", "every"})) ++ahead;
    const int day = weekday_number(form_at(tokens, ahead));
    if (day < 0) break;
    if (is_range)
      for (int between = (all.back() + 1) % 7; between != day; between = (between + 1) % 7)
        all.push_back(between);
    all.push_back(day);
    is_every = true;
    next = ahead + 1;
  }
  // "el lunes que viene", "the friday after"
  if (form_at(tokens, next) == "que" && form_at(tokens, next + 1) == "viene") next += 2;
  if (form_at(tokens, next) == "proximo") is_next = true, ++next;
  if (all.size() > 1 || is_every) {
    std::string pattern;
    if (all == std::vector<int>{1, 2, 3, 4, 5}) return every("weekdays", next);
    if (all == std::vector<int>{6, 0}) return every("weekends", next);
    std::sort(all.begin(), all.end(), [](int a, int b) { return (a + 6) % 7 < (b + 6) % 7; });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (const int day : all)
      pattern += (pattern.empty() ? "" : ",") + std::string(kCodes[static_cast<std::size_t>(day)]);
    return every(std::move(pattern), next);
  }
  const date::weekday wanted(static_cast<unsigned>(first));
  if (is_next)
    return on(monday_of(today) + days(7) + (wanted - date::Monday), next);
  CalendarDay made;
  made.kind = Kind::weekday;
  made.weekday = wanted;
  made.next = next;
  return made;
}

/// A phrase and what day it means; longer phrases stand before what they begin with.
struct Phrase {
  std::vector<std::string_view> words;
  CalendarDay (*day)(date::local_days today, std::size_t next);
};

const std::vector<Phrase>& phrases() {
  using D = date::local_days;
  using N = std::size_t;
  static constexpr auto today_day = [](D t, N n) { return on(t, n); };
  static constexpr auto tonight = [](D t, N n) {
    auto day = on(t, n);
    day.has_hours = true;
    return day;
  };
  static constexpr auto tomorrow = [](D t, N n) { return on(t + days(1), n); };
  static constexpr auto after_tomorrow = [](D t, N n) { return on(t + days(2), n); };
  static constexpr auto gone = [](D t, N n) {
    auto day = on(t - days(1), n);
    day.kind = Kind::past;
    return day;
  };
  static constexpr auto next_week = [](D t, N n) {
    return between(monday_of(t) + days(7), monday_of(t) + days(11), n);
  };
  static constexpr auto this_week = [](D t, N n) {
    return between(t, std::max(t, monday_of(t) + days(4)), n);
  };
  static constexpr auto this_weekend = [](D t, N n) {
    return between(std::max(t, monday_of(t) + days(5)), monday_of(t) + days(6), n);
  };
  static constexpr auto next_weekend = [](D t, N n) {
    return between(monday_of(t) + days(12), monday_of(t) + days(13), n);
  };
  static constexpr auto weekends = [](D, N n) { return every("weekends", n); };
  static constexpr auto weekdays = [](D, N n) { return every("weekdays", n); };
  static constexpr auto any = [](D, N n) { return every("any", n); };
  static const std::vector<Phrase> all = {
      {{"day", "after", "tomorrow"}, after_tomorrow}, {{"pasado", "manana"}, after_tomorrow},
      {{"tomorrow"}, tomorrow}, {{"tmrw"}, tomorrow}, {{"tmr"}, tomorrow}, {{"tmw"}, tomorrow},
      {{"tmrrw"}, tomorrow}, {{"tommorow"}, tomorrow}, {{"tommorrow"}, tomorrow},
      {{"tomorow"}, tomorrow}, {{"tomm"}, tomorrow}, {{"tom"}, tomorrow}, {{"2", "morrow"}, tomorrow},
      {{"2", "moro"}, tomorrow}, {{"manana"}, tomorrow}, {{"yesterday"}, gone}, {{"ayer"}, gone},
      {{"last", "week"}, gone}, {{"last", "night"}, gone}, {{"la", "semana", "pasada"}, gone},
      {{"this", "morning"}, tonight}, {{"this", "afternoon"}, tonight},
      {{"this", "evening"}, tonight}, {{"tonight"}, tonight}, {{"tonite"}, tonight},
      {{"2", "nite"}, tonight}, {{"2", "night"}, tonight}, {{"esta", "tarde"}, tonight},
      {{"esta", "noche"}, tonight}, {{"esta", "manana"}, tonight}, {{"later", "today"}, today_day},
      {{"today"}, today_day}, {{"2", "day"}, today_day}, {{"tdy"}, today_day}, {{"hoy"}, today_day},
      {{"next", "week", "end"}, next_weekend}, {{"next", "weekend"}, next_weekend},
      {{"this", "weekend"}, this_weekend}, {{"este", "fin", "de", "semana"}, this_weekend},
      {{"el", "fin", "de", "semana"}, this_weekend}, {{"the", "weekend"}, weekends},
      {{"weekends"}, weekends}, {{"weekend"}, weekends}, {{"wknd"}, weekends}, {{"wknds"}, weekends},
      {{"week", "ends"}, weekends}, {{"los", "fines", "de", "semana"}, weekends},
      {{"fines", "de", "semana"}, weekends}, {{"fin", "de", "semana"}, weekends},
      {{"next", "week"}, next_week}, {{"next", "wk"}, next_week}, {{"nxt", "week"}, next_week},
      {{"la", "proxima", "semana"}, next_week}, {{"proxima", "semana"}, next_week},
      {{"semana", "que", "viene"}, next_week}, {{"la", "semana", "que", "viene"}, next_week},
      {{"semana", "entrante"}, next_week}, {{"la", "otra", "semana"}, next_week},
      {{"later", "this", "week"}, this_week}, {{"this", "week"}, this_week},
      {{"esta", "semana"}, this_week}, {{"weekdays"}, weekdays}, {{"weekday"}, weekdays},
      {{"week", "days"}, weekdays}, {{"wkdays"}, weekdays}, {{"during", "the", "week"}, weekdays},
      {{"entre", "semana"}, weekdays}, {{"dias", "de", "semana"}, weekdays},
      {{"dias", "habiles"}, weekdays}, {{"dias", "laborales"}, weekdays},
      {{"business", "days"}, weekdays}, {{"work", "days"}, weekdays}, {{"workdays"}, weekdays},
      {{"every", "day"}, any}, {{"everyday"}, any}, {{"any", "day"}, any}, {{"daily"}, any},
      {{"todos", "los", "dias"}, any}, {{"cualquier", "dia"}, any}, {{"diario"}, any},
      {{"seven", "days", "a", "week"}, any}, {{"7", "days", "a", "week"}, any}};
  return all;
}

bool matches(const Tokens& tokens, std::size_t at, const std::vector<std::string_view>& words) {
  for (std::size_t i = 0; i < words.size(); ++i)
    if (form_at(tokens, at + i) != words[i]) return false;
  return true;
}

}  // namespace

std::string weekday_code(std::string_view form) {
  const int number = weekday_number(form);
  return number < 0 ? std::string() : std::string(kCodes[static_cast<std::size_t>(number)]);
}

std::optional<CalendarDay> calendar_day_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today) {
  for (const auto& phrase : phrases())
    if (matches(tokens, at, phrase.words)) {
      CalendarDay day = phrase.day(today, at + phrase.words.size());
      // The words "tonight" and "this morning" are read again, as times of day.
      if (day.has_hours && phrase.words.size() > 1) day.next = at + phrase.words.size() - 1;
      else if (day.has_hours) day.next = at;
      return day;
    }
  if (auto day = weekdays_at(tokens, at, today)) return day;
  if (auto day = month_and_day_at(tokens, at, today)) return day;
  return day_of_month_at(tokens, at, today);
}

}  // namespace dialogs
