#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "dialogs/slots/number_words.h"
#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"

namespace dialogs {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t kNational = 10;
constexpr std::size_t kDigitsMin = 7;    // fewer digits are a time, a zip code, an age
constexpr std::size_t kDigitsMax = 18;   // E.164 and an international prefix

/// Digits that stand together, and where.
struct Run {
  std::string digits;
  std::vector<std::size_t> group_ends;  ///< digits so far at the end of each group
  bool is_international = false;        ///< a plus stands before it
  bool is_spoken = false;
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

std::optional<std::string> e164_of(const Run& run, std::string_view digits) {
  if (run.is_international) return international("+" + std::string(digits));
  if (digits.substr(0, 3) == "011" && digits.size() > kNational + 1)
    return international("+" + std::string(digits.substr(3)));
  if (digits.size() == kNational + 1 && digits[0] == '1') digits.remove_prefix(1);
  if (digits.size() != kNational || !is_dialable(digits)) return std::nullopt;
  return "+1" + std::string(digits);
}

bool separates(const Token& token) {
  return token.kind == Token::Kind::mark &&
         (token.form == "-" || token.form == "." || token.form == "(" || token.form == ")" ||
          token.form == "/" || token.form == "*" || token.form == "_");
}

/// A run of digits written with the usual signs between them.
std::optional<Run> written_run(const Tokens& tokens, std::size_t at) {
  Run run;
  run.first = at;
  if (tokens[at].form == "+" && at + 1 < tokens.size()) {
    run.is_international = true;
    ++at;
    while (at < tokens.size() && separates(tokens[at])) ++at;
  }
  if (at >= tokens.size() || tokens[at].kind != Token::Kind::number) return std::nullopt;
  // Letters right before digits make an id of a member card, not a phone.
  if (at > 0 && tokens[at - 1].kind == Token::Kind::word && !tokens[at].after_space)
    return std::nullopt;
  for (std::size_t next = at; next < tokens.size(); ++next) {
    if (tokens[next].kind == Token::Kind::number) {
      run.digits += tokens[next].form;
      run.group_ends.push_back(run.digits.size());
      run.last = next;
      if (!run.is_international && (run.digits.size() == kNational && run.digits[0] != '1')) break;
      if (run.digits.size() > kDigitsMax) break;
    } else if (!separates(tokens[next]) &&
               !(tokens[next].form == "," && next + 1 < tokens.size() &&
                 !tokens[next + 1].after_space)) {
      break;
    }
  }
  return run;
}

/// Digits said one by one, "double five" and tens among them.
std::optional<Run> spoken_run(const Tokens& tokens, std::size_t at) {
  Run run;
  run.is_spoken = true;
  run.first = at;
  int repeat = 1;
  for (std::size_t next = at; next < tokens.size(); ++next) {
    const auto& form = tokens[next].form;
    if (form == "double" || form == "doble") repeat = 2;
    else if (form == "triple") repeat = 3;
    else if (const auto digit = digit_word(form)) {
      // "twenty three" is 23: the tens before it left a zero.
      const bool after_tens = next > at && repeat == 1 && *digit > 0 && !run.digits.empty() &&
                              number_word(tokens[next - 1].form).value_or(0) >= 20;
      if (after_tens) run.digits.back() = static_cast<char>('0' + *digit);
      else run.digits.append(static_cast<std::size_t>(repeat), static_cast<char>('0' + *digit));
      repeat = 1;
      run.last = next;
    } else if (const auto number = number_word(form); number && *number >= 10) {
      run.digits += std::to_string(*number);
      run.last = next;
    } else if ((form == "hundred" || form == "cientos") && !run.digits.empty()) {
      run.digits += "00";
      run.last = next;
    } else if (tokens[next].kind == Token::Kind::number && !run.digits.empty()) {
      run.digits += form;
      run.last = next;
    } else if (form != "," && form != "-" && form != "." && form != "y" && form != "and") {
      break;
    }
  }
  if (run.digits.size() < kDigitsMin) return std::nullopt;
  run.group_ends.push_back(run.digits.size());
  return run;
}

/// A number, or why its digits are none.
struct Candidate {
  std::optional<std::string> e164;
  Refusal refusal = Refusal::none;
  std::size_t first = 0, last = 0;
};

Candidate candidate_of(const Run& run) {
  Candidate candidate{std::nullopt, Refusal::not_possible, run.first, run.last};
  candidate.e164 = e164_of(run, run.digits);
  if (!candidate.e164 && run.digits.size() < kNational) candidate.refusal = Refusal::incomplete;
  if (candidate.e164) candidate.refusal = Refusal::none;
  return candidate;
}

std::vector<Candidate> candidates_of(const Tokens& tokens) {
  std::vector<Candidate> all;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool may_be_written =
        tokens[at].kind == Token::Kind::number || tokens[at].form == "+";
    auto run = may_be_written ? written_run(tokens, at) : spoken_run(tokens, at);
    if (run && may_be_written && run->digits.size() < kDigitsMin && !run->is_international) {
      if (run->digits.size() == 3 && tokens.size() == 1)  // "988" alone: a short code
        all.push_back({std::nullopt, Refusal::not_possible, at, at});
      run.reset();
    }
    if (!run) continue;
    all.push_back(candidate_of(*run));
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

bool is_any(const std::string& form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

bool is_refused_before(const Tokens& tokens, std::size_t first) {
  for (std::size_t back = 1; back <= 3 && back <= first; ++back) {
    const auto& form = tokens[first - back].form;
    if (tokens[first - back].kind == Token::Kind::number || form == "." || form == ",") return false;
    if (is_any(form, {"not", "isnt", "instead", "vez", "lugar", "old", "viejo", "wrong", "forget"}))
      return true;
    if (form == "no" && back <= 2 && (first == back || tokens[first - back].after_space) &&
        (back == 1 || is_any(tokens[first - 1].form, {"es", "al", "el", "a"})))
      return true;
  }
  return false;
}

bool is_corrected_between(const Tokens& tokens, std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const auto& form = tokens[at].form;
    if (is_any(form, {"wait", "actually", "sorry", "oops", "correction", "mean", "meant", "scratch",
                      "rather", "instead", "use", "better", "mejor", "perdon", "digo", "corrijo",
                      "espera", "espere", "quise", "equivoque", "no", "nope"}))
      return true;
  }
  return false;
}

/// What a phone is called, the same for both languages.
std::string_view label_of(const std::string& form) {
  if (is_any(form, {"cell", "cellphone", "mobile", "celular", "movil", "cel"})) return "cell";
  if (is_any(form, {"home", "house", "casa", "landline"})) return "home";
  if (is_any(form, {"work", "office", "job", "trabajo", "oficina"})) return "work";
  if (is_any(form, {"first", "primero", "primer"})) return "first";
  if (is_any(form, {"second", "other", "last", "latter", "segundo", "otro", "ultimo"}))
    return "second";
  return {};
}

/// The label that the visitor asks to be called on: "call the cell", "use the second".
std::string_view wanted_label(const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_any(tokens[at].form, {"use", "call", "try", "prefer", "best", "better", "dial", "llame",
                                  "llamen", "llameme", "llamenme", "marque", "marquen", "usen",
                                  "prefiero", "mejor"}))
      continue;
    for (std::size_t next = at + 1; next < tokens.size() && next <= at + 5; ++next) {
      if (tokens[next].kind == Token::Kind::number) break;
      if (const auto label = label_of(tokens[next].form); !label.empty()) return label;
    }
  }
  return {};
}

/// Which of several valid numbers is meant.
std::size_t chosen(const Tokens& tokens, const std::vector<Candidate>& valid) {
  if (valid.size() < 2) return 0;
  const auto wanted = wanted_label(tokens);
  if (wanted == "first") return 0;
  if (wanted == "second") return 1;
  if (!wanted.empty())
    for (std::size_t i = 0; i < valid.size(); ++i) {
      const std::size_t from = i == 0 ? 0 : valid[i - 1].last + 1;
      for (std::size_t at = from; at < valid[i].first; ++at)
        if (label_of(tokens[at].form) == wanted) return i;
      const std::size_t next = valid[i].last + 1;
      if (next < tokens.size() && label_of(tokens[next].form) == wanted) return i;
    }
  std::size_t pick = 0;
  for (std::size_t i = 0; i < valid.size(); ++i) {
    if (i > 0 && is_corrected_between(tokens, valid[i - 1].last + 1, valid[i].first)) pick = i;
    if (pick == i && i + 1 < valid.size() && is_refused_before(tokens, valid[i].first)) pick = i + 1;
  }
  return pick;
}

}  // namespace

SlotReading read_phone(std::string_view text, const SlotContext&) {
  const auto tokens = tokens_of(text);
  const auto all = candidates_of(tokens);
  std::vector<Candidate> valid;
  for (const auto& candidate : all)
    if (candidate.e164) valid.push_back(candidate);
  if (!valid.empty()) return {SlotValue(*valid[chosen(tokens, valid)].e164), Refusal::none};
  return {std::nullopt, all.empty() ? Refusal::unclear : all.front().refusal};
}

std::vector<Found> find_phones(std::string_view text, const SlotContext&) {
  const auto tokens = tokens_of(text);
  std::vector<Candidate> valid;
  for (const auto& candidate : candidates_of(tokens))
    if (candidate.e164) valid.push_back(candidate);
  std::vector<Found> found;
  for (const auto& candidate : valid)
    found.push_back({*candidate.e164, tokens[candidate.first].begin,
                     tokens[end_with_extension(tokens, candidate.last)].end});
  if (found.size() > 1) std::swap(found[0].value, found[chosen(tokens, valid)].value);
  return found;
}

}  // namespace dialogs
