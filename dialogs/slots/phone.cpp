#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dialogs/slots/choice.h"
#include "dialogs/slots/phone_region.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/said_digits.h"
#include "dialogs/slots/token.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t kNational = 10;
constexpr std::size_t kAreaDigits = 3;
constexpr std::size_t kDigitsMin = 7;   // fewer digits are a time, a zip code, an age
constexpr std::size_t kDigitsMax = 18;  // E.164 and an international prefix
constexpr std::string_view kMexico = "52";

/// Digits that stand together, and where.
struct Run {
  std::string digits;
  bool is_international = false;    ///< a plus stands before it
  bool is_said = false;             ///< some of it in words
  std::vector<std::size_t> groups;  ///< how many digits stood before each group
  std::size_t first = 0, last = 0;  ///< tokens, inclusive
};

/// North American numbers as the plan gives them out: NXX-NXX-XXXX without the codes that are
/// reserved (N11, N9X, 37X, 96X, 555) or cost the caller (900). NANPA.
bool is_dialable(std::string_view ten) {
  const auto area = ten.substr(0, 3), exchange = ten.substr(3, 3), line = ten.substr(6);
  const auto is_n11 = [](std::string_view code) { return code[1] == '1' && code[2] == '1'; };
  if (area[0] < '2' || exchange[0] < '2' || is_n11(area) || is_n11(exchange)) return false;
  if (area[1] == '9' || area.substr(0, 2) == "37" || area.substr(0, 2) == "96") return false;
  if (area == "555" || area == "900") return false;
  return !(exchange == "555" && line == "1212");
}

std::optional<std::string> international(const std::string& number) {
  const auto* util = PhoneNumberUtil::GetInstance();
  PhoneNumber parsed;
  if (util->Parse(number, "US", &parsed) != PhoneNumberUtil::NO_PARSING_ERROR ||
      !util->IsPossibleNumber(parsed))
    return std::nullopt;
  std::string e164;
  util->Format(parsed, PhoneNumberUtil::E164, &e164);
  if (parsed.country_code() == 1 && (e164.size() != kNational + 2 || !is_dialable(e164.substr(2))))
    return std::nullopt;
  return e164;
}

/// "55 1234 5678", "98765 43210": written as in another country, with no area code of three digits.
/// Such a number would be a stranger's here.
bool is_grouped_abroad(const Run& run) {
  if (run.is_said) return false;
  const std::size_t prefix = run.digits.size() - kNational;
  bool is_parted_early = false;
  for (const std::size_t group : run.groups) {
    if (group == prefix + kAreaDigits) return false;
    is_parted_early |= group > prefix && group < prefix + 2 * kAreaDigits;
  }
  return is_parted_early;
}

/// "52 55 1234 5678" without its plus, the 1 of older mobile numbers included.
bool has_mexican_code(const Run& run) {
  const std::size_t size = run.digits.size();
  return run.digits.starts_with(kMexico) && (size == kNational + 2 || size == kNational + 3) &&
         (size == kNational + 2 || run.digits[2] == '1');
}

std::optional<std::string> e164_of(const Run& run, bool is_mexican) {
  std::string_view digits = run.digits;
  if (run.is_international || has_mexican_code(run))
    return international("+" + std::string(digits));
  for (const std::string_view prefix : {"011", "00"})
    if (digits.starts_with(prefix) && digits.size() > kNational + 1)
      return international("+" + std::string(digits.substr(prefix.size())));
  if (is_mexican && digits.size() == kNational)
    return international("+" + std::string(kMexico) + std::string(digits));
  if (digits.size() == kNational + 1 && digits[0] == '1') digits.remove_prefix(1);
  if (digits.size() != kNational || is_grouped_abroad(run) || !is_dialable(digits))
    return std::nullopt;
  return "+1" + std::string(digits);
}

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

bool separates(const Token& token) {
  return is_any(token.form, {"-", ".", "(", ")", "[", "]", "/", "*", "_", "~", "\xE2\x80\xA2",
                             "\xC2\xB7", "\xE2\x80\x93", "\xE2\x80\x94"});
}

/// Whether token `at` may stand between two groups of one number: "area code 818, 555 0143".
bool may_part(const Tokens& tokens, std::size_t at, const Run& run) {
  if (separates(tokens[at])) return true;
  if (run.digits.empty()) return false;
  const bool is_area = run.digits.size() == kAreaDigits;
  const std::size_t group = tokens[at - 1].form.size();
  const bool ends_group =
      (is_area || run.digits.size() == 2 * kAreaDigits) && (group == kAreaDigits || group == 1);
  if (tokens[at].form == ",")
    return run.is_said || ends_group || (at + 1 < tokens.size() && !tokens[at + 1].after_space);
  if (run.is_said && is_any(tokens[at].form, {"y", "and", "then"})) return true;
  static const Phrases area_words("area code; area; codigo; codigo de area; y luego; and then");
  return is_area && area_words.begin_at(tokens, at);
}

/// Digits, written or said, with the usual signs between them.
std::optional<Run> run_at(const Tokens& tokens, std::size_t at) {
  Run run;
  run.first = at;
  if (tokens[at].form == "+" || tokens[at].form == "plus") {
    run.is_international = true;
    ++at;
  }
  // Letters right before digits make an id of a member card, not a phone.
  const bool is_in_word = at > 0 && at < tokens.size() &&
                          tokens[at - 1].kind == Token::Kind::word && !tokens[at].after_space &&
                          tokens[at].kind == Token::Kind::number;
  if (is_in_word) return std::nullopt;
  for (std::size_t next = at; next < tokens.size() && run.digits.size() <= kDigitsMax;) {
    const std::size_t before = run.digits.size();
    if (tokens[next].kind == Token::Kind::number) {
      run.groups.push_back(run.digits.size());
      run.digits += tokens[next].form;
      run.last = next++;
    } else if (const std::size_t said = take_said_digits(tokens, next, run.digits); said > next) {
      run.is_said = true;
      run.last = said - 1;
      next = said;
    } else if (may_part(tokens, next, run)) {
      static const Phrases area_words("area code; codigo de area; y luego; and then");
      next = std::max(next + 1, area_words.after(tokens, next));
    } else {
      break;
    }
    const bool is_whole =
        run.digits.size() == kNational && run.digits[0] != '1' && run.digits[0] != '0';
    if (is_whole && !run.is_international && before != run.digits.size() &&
        !adds_to_tens(tokens, next))
      break;
  }
  if (run.digits.empty() || (run.is_said && run.digits.size() < kDigitsMin)) return std::nullopt;
  return run;
}

/// A number, or why its digits are none.
struct Candidate {
  std::optional<std::string> e164;
  Refusal refusal = Refusal::none;
  std::size_t first = 0, last = 0;
};

/// "55 1234 5678 de México": the country right behind a number; the token after it, or 0.
std::size_t after_mexico(const Tokens& tokens, const Run& run) {
  static const Phrases country(
      "[,|(] (de|en|in|from) mexico [)]; [,|(] mexico [)]; [,] [es] mexicano; "
      "[,] (its|it is|is) [a] mexican [number|phone|cell]; mexican [number|phone|cell]; "
      "[,] (es|es un numero|its|thats) (de|in|from) mexico");
  return country.after(tokens, run.last + 1);
}

/// Whether a number that names no country of its own is called one of Mexico. Who is from Mexico
/// ("soy de México") may well have a number of this country, if it is grouped like one.
bool is_mexican(const Tokens& tokens, const Run& run) {
  static const Phrases before(
      "(number|phone|cell|numero|cel|celular|telefono|lada|whatsapp) (in|from|de|en) mexico "
      "[is|es|es el|:]; (numero|cel|celular|telefono|lada) mexicano [es|es el|:]; "
      "mexican (number|phone|cell) [is|:]; de mexico :; mexico :");
  static const Phrases anywhere("mexico; mexican; mexicano; mexicana");
  return after_mexico(tokens, run) > 0 || before.end_before(tokens, run.first) ||
         (run.digits.size() == kNational && is_grouped_abroad(run) && anywhere.stand_in(tokens));
}

/// "+33" by itself: the code that a number given before lacks.
std::string country_code_in(const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto run = run_at(tokens, at);
    if (!run) continue;
    if (run->is_international && run->digits.size() <= kAreaDigits) return run->digits;
    at = run->last;
  }
  return {};
}

/// A number that is written as in another country, where the text says which: "06 12 34 56 78,
/// France", "020 7946 0018 ... +44".
std::optional<std::string> from_abroad(const Tokens& tokens, const Run& run) {
  const std::string code = country_code_in(tokens);
  const std::string_view region = region_in(tokens);
  if (run.is_international || (code.empty() && region.empty())) return std::nullopt;
  const auto* util = PhoneNumberUtil::GetInstance();
  std::string from(region);
  if (!code.empty()) util->GetRegionCodeForCountryCode(std::stoi(code), &from);
  PhoneNumber parsed;
  if (util->Parse(run.digits, from, &parsed) != PhoneNumberUtil::NO_PARSING_ERROR ||
      parsed.country_code() == 1 || !util->IsPossibleNumber(parsed))
    return std::nullopt;
  std::string e164;
  util->Format(parsed, PhoneNumberUtil::E164, &e164);
  return e164;
}

/// No number of North America begins with a zero, and none is grouped like this.
bool looks_foreign(const Run& run) {
  constexpr std::size_t kForeignMin = 8, kForeignMax = 12;
  if (run.is_international || run.is_said) return false;
  if (run.digits.size() < kForeignMin || run.digits.size() > kForeignMax) return false;
  return run.digits[0] == '0' || (run.digits.size() == kNational && is_grouped_abroad(run));
}

Candidate candidate_of(const Tokens& tokens, const Run& run) {
  const bool is_from_mexico = is_mexican(tokens, run);
  Candidate candidate{std::nullopt, Refusal::not_possible, run.first, run.last};
  candidate.e164 = e164_of(run, is_from_mexico);
  if (const std::size_t next = after_mexico(tokens, run)) candidate.last = next - 1;
  if (!candidate.e164 && run.digits.size() < kNational) candidate.refusal = Refusal::incomplete;
  if (!candidate.e164 && looks_foreign(run)) {
    candidate.refusal = Refusal::abroad;
    candidate.e164 = from_abroad(tokens, run);
  }
  if (candidate.e164) candidate.refusal = Refusal::none;
  return candidate;
}

std::vector<Candidate> candidates_of(const Tokens& tokens) {
  std::vector<Candidate> all;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto run = run_at(tokens, at);
    if (!run) continue;
    const bool is_short = run->digits.size() < kDigitsMin && !run->is_international;
    const bool is_short_code = is_short && run->digits.size() == 3 && tokens.size() == 1;  // "988"
    if (is_short_code) all.push_back({std::nullopt, Refusal::not_possible, at, at});
    if (is_short) continue;
    all.push_back(candidate_of(tokens, *run));
    at = run->last;
  }
  return all;
}

/// "ext 4", "x4", "extension 304" after a number belongs to it.
std::size_t end_with_extension(const Tokens& tokens, std::size_t last) {
  std::size_t at = last + 1;
  if (at < tokens.size() && (tokens[at].form == "," || tokens[at].form == "#")) ++at;
  const auto is_extension = [](const std::string& form) {
    return form == "ext" || form == "x" || form == "extension" || form == "extn" || form == "#";
  };
  if (at >= tokens.size() || !(is_extension(tokens[at].form) || tokens[at - 1].form == "#"))
    return last;
  while (at < tokens.size() && tokens[at].kind != Token::Kind::number) {
    if (tokens[at].kind == Token::Kind::word && !is_extension(tokens[at].form)) return last;
    ++at;
  }
  return at < tokens.size() ? at : last;
}

}  // namespace

SlotReading read_phone(std::string_view text, const SlotContext& context) {
  const Tokens tokens = tokens_of(text);
  const auto found = find_phones(text, context);
  if (!found.empty()) return {found[chosen(tokens, found)].value, Refusal::none};
  const auto all = candidates_of(tokens);
  return {std::nullopt, all.empty() ? Refusal::unclear : all.front().refusal};
}

std::vector<Found> find_phones(std::string_view text, const SlotContext&) {
  const Tokens tokens = tokens_of(text);
  std::vector<Found> found;
  for (const Candidate& candidate : candidates_of(tokens))
    if (candidate.e164)
      found.push_back({*candidate.e164, tokens[candidate.first].begin,
                       tokens[end_with_extension(tokens, candidate.last)].end});
  return found;
}

}  // namespace dialogs
