#include "knowledge/fact_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "knowledge/normalize.h"

namespace knowledge {
namespace {

// From two: "one" and its kin are articles and pronouns more often than numbers.
constexpr int kNumberWordMin = 2;
constexpr int kNumberWordMax = 100;
constexpr std::size_t kUnitLettersMin = 2;

std::string plain(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  utf8 = normalize(utf8);
  std::replace(utf8.begin(), utf8.end(), '-', ' ');
  return utf8;
}

std::vector<std::pair<std::string, icu::MeasureUnit>> measured_units() {
  return {{"minute", icu::MeasureUnit::getMinute()},  {"hour", icu::MeasureUnit::getHour()},
          {"day", icu::MeasureUnit::getDay()},        {"week", icu::MeasureUnit::getWeek()},
          {"month", icu::MeasureUnit::getMonth()},    {"year", icu::MeasureUnit::getYear()},
          {"percent", icu::MeasureUnit::getPercent()}};
}

}  // namespace

FactWords::FactWords(const Language& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(language.c_str());
  const icu::RuleBasedNumberFormat spellout(icu::URBNF_SPELLOUT, locale, status);
  for (int number = kNumberWordMin; number <= kNumberWordMax; ++number) {
    icu::UnicodeString word;
    spellout.format(number, word);
    numbers.emplace(plain(word), std::to_string(number));
  }
  const icu::DateFormatSymbols symbols(locale, status);
  int32_t count = 0;
  const auto* names =
      symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
  for (int month = 0; month < count; ++month) months.emplace(plain(names[month]), month + 1);
  units.emplace("%", "percent");
  for (const auto& [name, unit] : measured_units())
    for (const auto width : {UNUM_UNIT_WIDTH_FULL_NAME, UNUM_UNIT_WIDTH_SHORT})
      for (const int number : {1, kNumberWordMin}) {
        const auto format =
            icu::number::NumberFormatter::withLocale(locale).unit(unit).unitWidth(width);
        const std::string text = plain(format.formatInt(number, status).toString(status));
        const auto word = std::min(text.find_first_not_of("0123456789 "), text.size());
        // "a" is a year in short Spanish and a word in every other sentence.
        if (text.size() - word >= kUnitLettersMin) units.emplace(text.substr(word), name);
      }
}

}  // namespace knowledge
