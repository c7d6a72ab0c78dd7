#include "dialogs/slots/calendar_words.h"

#include <algorithm>

#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

int number_in(const Vocabulary<int>& words, std::string_view form, int otherwise) {
  const Tokens tokens = {Token{Token::Kind::word, std::string(form), 0, 0, true}};
  const auto match = words.at(tokens, 0);
  return match ? match->meaning : otherwise;
}

/// Weeks begin on Monday where people list their days.
int from_monday(int weekday) {
  return (weekday + 6) % 7;
}

}  // namespace

int weekday_number(std::string_view form) {
  static const Vocabulary<int> words = {
      {"sunday; sundays; sun; sunda; domingo; domingos; dom", 0},
      {"monday; mondays; mon; munday; mondy; lunes; lun", 1},
      {"tuesday; tuesdays; tue; tues; teusday; tusday; tuseday; tueday; martes; mart", 2},
      {"wednesday; wednesdays; wed; weds; wensday; wednsday; wendsday; wedsday; miercoles; mie; "
       "mier; mierc",
       3},
      {"thursday; thursdays; thu; thur; thurs; thirsday; thrusday; thursdy; jueves; jue", 4},
      {"friday; fridays; fri; firday; fridy; frday; viernes; vie; vier; biernes", 5},
      {"saturday; saturdays; sat; sats; saterday; saturdy; satuday; sabado; sabados; sab", 6}};
  return number_in(words, form, -1);
}

bool is_plural_weekday(std::string_view form) {
  static const Phrases plurals(
      "sundays; domingos; mondays; tuesdays; wednesdays; thursdays; fridays; saturdays; sats; "
      "sabados");
  return plurals.begin_at({Token{Token::Kind::word, std::string(form), 0, 0, true}}, 0);
}

int month_number(std::string_view form) {
  static const Vocabulary<int> words = {{"january; jan; enero; ene", 1},
                                        {"february; feb; febuary; febrero", 2},
                                        {"march; mar; marzo", 3},
                                        {"april; apr; abril; abr", 4},
                                        {"may; mayo", 5},
                                        {"june; jun; junio", 6},
                                        {"july; jul; julio", 7},
                                        {"august; aug; agosto; ago", 8},
                                        {"september; sept; sep; septiembre; setiembre", 9},
                                        {"october; oct; octubre", 10},
                                        {"november; nov; noviembre", 11},
                                        {"december; dec; diciembre; dic", 12}};
  return number_in(words, form, 0);
}

std::string weekday_pattern(std::vector<int> weekdays) {
  std::sort(weekdays.begin(), weekdays.end(),
            [](int a, int b) { return from_monday(a) < from_monday(b); });
  weekdays.erase(std::unique(weekdays.begin(), weekdays.end()), weekdays.end());
  if (weekdays.size() == kWeekdayCodes.size()) return "any";
  if (weekdays == std::vector<int>{1, 2, 3, 4, 5}) return "weekdays";
  if (weekdays == std::vector<int>{6, 0}) return "weekends";
  std::string pattern;
  for (const int day : weekdays)
    pattern +=
        (pattern.empty() ? "" : ",") + std::string(kWeekdayCodes[static_cast<std::size_t>(day)]);
  return pattern;
}

}  // namespace dialogs
