#include <algorithm>

#include "dialogs/slots/calendar_day.h"
#include "dialogs/slots/calendar_words.h"
#include "dialogs/slots/number_words.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

using Kind = CalendarDay::Kind;

constexpr int kDaysOfMonthMax = 31, kMonths = 12;

std::string_view form_at(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? std::string_view(tokens[at].form) : std::string_view();
}

std::optional<int> written_number_at(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t kDigitsMax = 4;
  if (at >= tokens.size() || tokens[at].kind != Token::Kind::number ||
      tokens[at].form.size() > kDigitsMax)
    return std::nullopt;
  return std::stoi(tokens[at].form);
}

/// "15", "15th", "fifteenth", "quince", "primero": a day of a month, and the token after it.
struct DayNumber {
  int day = 0;
  bool is_ordinal = false;
  std::size_t next = 0;
};

std::optional<DayNumber> day_number_at(const Tokens& tokens, std::size_t at) {
  static const Phrases endings("st; nd; rd; th; ro; o");
  static const Vocabulary<int> ordinals = {{"first; primero", 1},
                                           {"second", 2},
                                           {"third", 3},
                                           {"fourth", 4},
                                           {"fifth", 5},
                                           {"sixth", 6},
                                           {"seventh", 7},
                                           {"eighth", 8},
                                           {"ninth", 9},
                                           {"tenth", 10},
                                           {"eleventh", 11},
                                           {"twelfth", 12},
                                           {"thirteenth", 13},
                                           {"fourteenth", 14},
                                           {"fifteenth", 15},
                                           {"sixteenth", 16},
                                           {"seventeenth", 17},
                                           {"eighteenth", 18},
                                           {"nineteenth", 19},
                                           {"twentieth", 20},
                                           {"twenty [-] first", 21},
                                           {"twenty [-] second", 22},
                                           {"twenty [-] third", 23},
                                           {"twenty [-] fourth", 24},
                                           {"twenty [-] fifth", 25},
                                           {"twenty [-] sixth", 26},
                                           {"twenty [-] seventh", 27},
                                           {"twenty [-] eighth", 28},
                                           {"twenty [-] ninth", 29},
                                           {"thirtieth", 30},
                                           {"thirty [-] first", 31}};
  if (const auto ordinal = ordinals.at(tokens, at))
    return DayNumber{ordinal->meaning, true, ordinal->next};
  const auto number = at < tokens.size() && tokens[at].kind == Token::Kind::word
                          ? number_word(tokens[at].form)
                          : written_number_at(tokens, at);
  if (!number || *number < 1 || *number > kDaysOfMonthMax) return std::nullopt;
  const bool is_ordinal =
      at + 1 < tokens.size() && !tokens[at + 1].after_space && endings.begin_at(tokens, at + 1);
  return DayNumber{*number, is_ordinal, at + (is_ordinal ? 2 : 1)};
}

/// A date with or without a year. One that was named without a year and is gone means the next
/// year's only if that is nearer.
CalendarDay dated(date::local_days today, std::optional<int> year, int month, int day,
                  std::size_t next) {
  constexpr date::days kHalfYear(183);
  constexpr int kCentury = 2000;
  const int this_year = static_cast<int>(date::year_month_day(today).year());
  date::year_month_day wanted{date::year(!year         ? this_year
                                         : *year < 100 ? *year + kCentury
                                                       : *year),
                              date::month(static_cast<unsigned>(month)),
                              date::day(static_cast<unsigned>(day))};
  if (!year && wanted.ok() && today - date::local_days(wanted) > kHalfYear)
    wanted += date::years(1);
  CalendarDay made = CalendarDay::on(date::local_days(wanted), next);
  if (!wanted.ok()) made.kind = Kind::invalid;
  else if (made.first < today) made.kind = Kind::past;
  return made;
}

std::optional<int> year_at(const Tokens& tokens, std::size_t& at) {
  constexpr int kFirst = 2000, kLast = 2199;
  static const Phrases opening("[,] [de|del|of]");
  const std::size_t place = std::max(at, opening.after(tokens, at));
  const auto year = written_number_at(tokens, place);
  if (!year || *year < kFirst || *year > kLast) return std::nullopt;
  at = place + 1;
  return year;
}

/// "march 15th 2026", "the 15th of march", "el 15 de marzo".
std::optional<CalendarDay> named_month_at(const Tokens& tokens, std::size_t at,
                                          date::local_days today) {
  static const Phrases article("[on|para|for] (the|el) [dia]; dia; on; .");
  static const Phrases of("[de|of|the|,|del mes de]");
  if (const int month = month_number(form_at(tokens, at)); month > 0) {
    const auto day = day_number_at(tokens, std::max(at + 1, article.after(tokens, at + 1)));
    if (!day) return std::nullopt;
    std::size_t next = day->next;
    const auto year = year_at(tokens, next);
    return dated(today, year, month, day->day, next);
  }
  const auto day = day_number_at(tokens, std::max(at, article.after(tokens, at)));
  if (!day) return std::nullopt;
  std::size_t next = std::max(day->next, of.after(tokens, day->next));
  const int month = month_number(form_at(tokens, next));
  if (month == 0) return std::nullopt;
  ++next;
  const auto year = year_at(tokens, next);
  return dated(today, year, month, day->day, next);
}

/// "3/18", "03-18-2026", "2026-03-18"; where no month is that large, the day stands first.
std::optional<CalendarDay> numeric_date_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today) {
  const auto first = written_number_at(tokens, at), second = written_number_at(tokens, at + 2);
  const auto sign = form_at(tokens, at + 1);
  if (!first || !second || (sign != "/" && sign != "-") || tokens[at + 1].after_space ||
      tokens[at + 2].after_space)
    return std::nullopt;
  const auto third =
      form_at(tokens, at + 3) == sign ? written_number_at(tokens, at + 4) : std::nullopt;
  if (sign == "-" && !third) return std::nullopt;  // "9-11" is a range of hours
  const std::size_t next = at + (third ? 5 : 3);
  constexpr int kYearMin = 1900;
  if (third && *first >= kYearMin) return dated(today, first, *second, *third, next);
  if (*first > kMonths && *second <= kMonths) return dated(today, third, *second, *first, next);
  return dated(today, third, *first, *second, next);
}

/// "the 15th", "el 15", "el dia 15": the next such date.
std::optional<CalendarDay> day_of_month_at(const Tokens& tokens, std::size_t at,
                                           date::local_days today) {
  static const Phrases article("[on|by|for] the; [para] el [dia]; dia");
  static const Phrases spanish_article("[para] el [dia]; dia");
  const std::size_t opening = article.after(tokens, at);
  const auto number = day_number_at(tokens, std::max(at, opening));
  if (!number) return std::nullopt;
  const bool is_word = tokens[std::max(at, opening)].kind == Token::Kind::word;
  const bool is_sure = (number->is_ordinal && (!is_word || opening > 0)) ||
                       (spanish_article.begin_at(tokens, at) && !is_word);
  static const Phrases not_a_date(
      "thing; time; one; choice; option; try; session; week; call; "
      "of all");
  if (!is_sure || not_a_date.begin_at(tokens, number->next)) return std::nullopt;
  const date::year_month_day now(today);
  for (int later = 0; later <= kMonths; ++later) {
    const auto month = now.year() / now.month() + date::months(later);
    const auto wanted = month / date::day(static_cast<unsigned>(number->day));
    if (wanted.ok() && date::local_days(wanted) >= today)
      return CalendarDay::on(date::local_days(wanted), number->next);
  }
  return std::nullopt;
}

}  // namespace

std::optional<CalendarDay> month_day_at(const Tokens& tokens, std::size_t at,
                                        date::local_days today) {
  if (auto day = named_month_at(tokens, at, today)) return day;
  if (auto day = numeric_date_at(tokens, at, today)) return day;
  return day_of_month_at(tokens, at, today);
}

}  // namespace dialogs
