#include "knowledge/facts.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "knowledge/normalize.h"

namespace knowledge {
namespace {

constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kNumberWordTokensMax = 4;  // "treinta y cinco", "twenty - four"

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What may stand between the two numbers of a range or list with one unit: "9 to 15 hours".
bool is_connector(std::string_view word) {
  return is_any(word, {"-", "to", "and", "or", "a", "y", "o", "e", "hasta", ","});
}

/// What may stand between the parts of a date.
bool is_date_filler(std::string_view word) {
  return is_any(word, {",", "of", "de", "del"});
}

/// Months that are also everyday words name a date only beside a number.
bool is_everyday_word(std::string_view month) {
  return is_any(month, {"may", "march"});
}

std::string canonical_number(std::string_view digits) {
  std::string value(digits);
  // "1,000" is one number; a decimal point has one or two digits after it.
  if (const auto comma = value.find_first_of(",."); comma != std::string::npos)
    if (value.size() - comma == 4) value.erase(comma, 1);
  const auto first = value.find_first_not_of('0');
  return first == std::string::npos ? "0" : value.substr(first);
}

}  // namespace

struct FactReader::Token {
  std::string text;
  bool number = false;
};

struct FactReader::Found {
  Fact fact;
  std::string unit_shown;  ///< " hours"
};

FactReader::FactReader(const Language& language) : words_(language) {}

std::vector<FactReader::Token> FactReader::tokens(std::string_view text) const {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    const auto is_number_part = [&](std::size_t i) {
      return is_digit(text[i]) ||
             ((text[i] == ',' || text[i] == '.') && i + 1 < text.size() && is_digit(text[i + 1]));
    };
    if (is_digit(text[at])) {
      while (end < text.size() && is_number_part(end)) ++end;
      tokens.push_back({std::string(text.substr(at, end - at)), true});
    } else if (is_letter(text[at])) {
      while (end < text.size() && (is_letter(text[end]) || text[end] == '.' || text[end] == '\''))
        ++end;
      std::string word(text.substr(at, end - at));
      if (!words_.units.contains(word)) word.erase(word.find_last_not_of(".'") + 1);
      tokens.push_back({word, false});
    } else if (text[at] != ' ') {
      tokens.push_back({std::string(1, text[at]), false});
    }
    at = end;
  }
  return tokens;
}

void FactReader::read_unit(const std::vector<Token>& tokens, std::size_t at, Found& found) const {
  if (at < tokens.size() && tokens[at].text == "-") ++at;
  std::string words;
  for (std::size_t i = at; i < std::min(at + 2, tokens.size()); ++i) {
    words += (words.empty() ? "" : " ") + tokens[i].text;
    const bool plural = words.ends_with('s');
    for (const auto& word : {words, words.substr(0, words.size() - plural)}) {
      const auto unit = words_.units.find(word);
      if (unit == words_.units.end()) continue;
      found.fact.unit = unit->second;
      found.unit_shown = " " + words;
      return;
    }
  }
}

bool FactReader::read_date(const std::vector<Token>& tokens, std::size_t& at,
                           std::vector<Found>& facts) const {
  std::string day = "?", month = "?", year = "?", shown;
  std::size_t i = at;
  int numbers = 0;
  for (; i < tokens.size(); ++i) {
    const auto& token = tokens[i];
    if (token.number && numbers < 2) {
      const std::string value = canonical_number(token.text);
      (value.size() == kYearDigits ? year : day) = value;
      ++numbers;
    } else if (const auto name = words_.months.find(token.text);
               name != words_.months.end() && month == "?") {
      month = std::to_string(name->second);
    } else if (!is_date_filler(token.text) || i == at || (month == "?" && numbers > 1)) {
      break;
    }
  }
  while (i > at && is_date_filler(tokens[i - 1].text)) --i;
  if (month == "?" || (numbers == 0 && is_everyday_word(tokens[at].text))) return false;
  for (std::size_t part = at; part < i; ++part)
    shown += (shown.empty() || tokens[part].text == "," ? "" : " ") + tokens[part].text;
  facts.push_back({{Fact::Kind::date, year + "-" + month + "-" + day, "", shown}, ""});
  at = i;
  return true;
}

bool FactReader::read_number(const std::vector<Token>& tokens, std::size_t& at,
                             std::vector<Found>& facts) const {
  std::string value, shown, words;
  std::size_t end = at;
  if (tokens[at].number) {
    value = canonical_number(tokens[at].text);
    shown = tokens[at].text;
    end = at + 1;
  }
  for (std::size_t i = at;
       !tokens[at].number && i < std::min(at + kNumberWordTokensMax, tokens.size()); ++i) {
    if (i > at && tokens[i].text == "-") continue;
    words += (words.empty() ? "" : " ") + tokens[i].text;
    if (const auto word = words_.numbers.find(words); word != words_.numbers.end()) {
      value = word->second;
      shown = words;
      end = i + 1;
    }
  }
  if (value.empty()) return false;
  facts.push_back({{Fact::Kind::number, value, "", shown}, ""});
  read_unit(tokens, end, facts.back());
  at = end;
  return true;
}

std::vector<Fact> FactReader::read(std::string_view text) const {
  static const RE2 list_marks(R"((?m)^\s*[0-9][.)]\s)");
  static const RE2 phone(R"((?:\+?1[-. ]*)?\b([0-9]{3})[-. ]*([0-9]{3})[-. ]*([0-9]{4})\b)");
  static const RE2 always_open(R"(\b24/7\b)");
  std::string raw(text);
  RE2::GlobalReplace(&raw, list_marks, " ");
  std::string normalized = normalize(raw);

  std::vector<Found> facts;
  std::string area, exchange, line;
  while (RE2::PartialMatch(normalized, phone, &area, &exchange, &line)) {
    const std::string shown = area + "-" + exchange + "-" + line;
    facts.push_back({{Fact::Kind::phone, area + exchange + line, "", shown}, ""});
    RE2::Replace(&normalized, phone, " ; ");
  }
  while (RE2::Replace(&normalized, always_open, " ; ")) {
    facts.push_back({{Fact::Kind::number, "24", "hour", "24/7"}, ""});
    facts.push_back({{Fact::Kind::number, "7", "day", "24/7"}, ""});
  }

  const auto all = tokens(normalized);
  // The numbers of a range share the unit that stands after the last one.
  std::size_t last_number = facts.size();
  std::size_t last_end = 0;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t start = at;
    if (read_date(all, at, facts)) continue;
    if (!read_number(all, at, facts)) {
      ++at;
      continue;
    }
    const std::size_t current = facts.size() - 1;
    const bool linked =
        last_number < current && start == last_end + 1 && is_connector(all[last_end].text);
    if (linked && facts[last_number].fact.unit.empty()) {
      facts[last_number].fact.unit = facts[current].fact.unit;
      facts[last_number].unit_shown = facts[current].unit_shown;
    }
    last_number = current;
    last_end = at;
  }
  std::vector<Fact> read;
  for (auto& [fact, unit_shown] : facts) {
    fact.shown += unit_shown;
    read.push_back(std::move(fact));
  }
  return read;
}

bool hold(const std::vector<Fact>& facts, const Fact& fact) {
  const auto date_agrees = [](std::string_view known, std::string_view said) {
    for (int part = 0; part < 3; ++part) {
      const auto known_end = std::min(known.find('-'), known.size());
      const auto said_end = std::min(said.find('-'), said.size());
      if (said.substr(0, said_end) != "?" && said.substr(0, said_end) != known.substr(0, known_end))
        return false;
      known.remove_prefix(std::min(known_end + 1, known.size()));
      said.remove_prefix(std::min(said_end + 1, said.size()));
    }
    return true;
  };
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& known) {
    if (known.kind != fact.kind) return false;
    if (fact.kind == Fact::Kind::date) return date_agrees(known.value, fact.value);
    return known.value == fact.value && (fact.unit.empty() || fact.unit == known.unit);
  });
}

}  // namespace knowledge
