#include "dialogs/slots/clock_time.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "dialogs/slots/number_words.h"
#include "dialogs/slots/vocabulary.h"

namespace dialogs {
namespace {

using Half = ClockTime::Half;

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

std::string_view form_at(const Tokens& tokens, std::size_t at) {
  return at < tokens.size() ? std::string_view(tokens[at].form) : std::string_view();
}

std::optional<int> number_at(const Tokens& tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  const Token& token = tokens[at];
  if (token.kind == Token::Kind::number) {
    if (token.form.size() > 4) return std::nullopt;
    return std::stoi(token.form);
  }
  return number_word(token.form);
}

/// On the twelve-hour face, by less than an hour.
void move(ClockTime& time, int minutes) {
  if (minutes >= 0) {
    time.minute = minutes;
    return;
  }
  time.minute = kMinutesPerHour + minutes;
  time.hour = time.hour == 1 ? 12 : time.hour - 1;
}

/// "am", "p.m.", "in the morning", "de la tarde": moves `time` past it.
void take_half(const Tokens& tokens, ClockTime& time) {
  static const Vocabulary<Half> halves = {
      {"am; a . m [.]; a m; a . m; (in|at|de|en|por|a) [the|la|las] (morning|mornings|manana|"
       "mananas|madrugada); morning; mornings; de la mana; sharp am",
       Half::morning},
      {"pm; p . m [.]; p m; p . m; (in|at) [the] (afternoon|afternoons|evening|evenings|night|"
       "nights|pm); (de|en|por|a) [la|las] (tarde|tardes|noche|noches); del (mediodia|medio dia); "
       "tonight; tonite; evening; afternoon",
       Half::evening}};
  if (time.next >= tokens.size()) return;
  const auto match = halves.at(tokens, time.next);
  const std::string& form = tokens[time.next].form;
  if (match && form != "manana" && form != "morning" && form != "mornings") {
    time.half = match->meaning;
    const bool is_read_again =
        form == "tonight" || form == "tonite" || form == "evening" || form == "afternoon";
    if (!is_read_again) time.next = match->next;
  } else if ((form == "a" || form == "p") && !tokens[time.next].after_space) {
    time.half = form == "a" ? Half::morning : Half::evening;
    ++time.next;
  }
}

/// ":30", "y media", "thirty", "o clock", "en punto".
void take_minutes(const Tokens& tokens, bool is_word, ClockTime& time) {
  static const Phrases whole_hour(
      "oclock; o clock; o - clock; en punto; sharp; on the dot; "
      "exactly; hrs; hours sharp; 00");
  static const Vocabulary<int> said = {{"y (media|30|treinta)", 30},
                                       {"y (cuarto|quince|15)", 15},
                                       {"y veinte", 20},
                                       {"y diez", 10},
                                       {"y cinco", 5},
                                       {"con treinta", 30},
                                       {"con quince", 15},
                                       {"y cuarenta y cinco", 45},
                                       {"y tres cuartos", 45},
                                       {"menos (cuarto|quince)", -15},
                                       {"menos diez", -10},
                                       {"menos cinco", -5},
                                       {"menos veinte", -20},
                                       {"and a half", 30}};
  const std::size_t at = time.next;
  const auto form = form_at(tokens, at);
  const bool has_sign = is_any(form, {":", ".", "h", ";"}) && at + 1 < tokens.size() &&
                        tokens[at + 1].kind == Token::Kind::number &&
                        tokens[at + 1].form.size() == 2 && !tokens[at + 1].after_space &&
                        !tokens[at].after_space;
  if (has_sign) {
    time.minute = std::stoi(tokens[at + 1].form);
    time.next = at + 2;
  } else if (const std::size_t next = whole_hour.after(tokens, at)) {
    time.next = next;
  } else if (const auto part = said.at(tokens, at)) {
    move(time, part->meaning);
    time.next = part->next;
  } else if (is_word || is_any(form, {"thirty", "fifteen"})) {
    const auto minutes = number_word(form);
    if (!minutes || *minutes < 10 || *minutes >= kMinutesPerHour || form == "once" ||
        form == "doce")
      return;
    time.minute = *minutes;
    time.next = at + 1;
    const auto unit = number_word(form_at(tokens, time.next));
    if (!unit || *unit < 1 || *unit > 9 || *minutes < 20 || *minutes % 10 != 0) return;
    time.minute += *unit;
    ++time.next;
  }
}

/// "half past 3", "quarter to 4", "10 to 5", "cuarto para las 4", "veinte para las dos".
std::optional<ClockTime> relative_time_at(const Tokens& tokens, std::size_t at) {
  static const Phrases article("[a|un|like a]");
  static const Vocabulary<int> amounts = {{"half", 30},
                                          {"quarter; cuarto; 15; fifteen; quince", 15},
                                          {"10; ten; diez", 10},
                                          {"5; five; cinco", 5},
                                          {"20; twenty; veinte", 20},
                                          {"25", 25}};
  static const Vocabulary<int> sides = {
      {"past; after; pasadas las", 1},
      {"til; till; of; before; para (las|la); (minutes|mins|min) (to|before|til)", -1},
      {"minutos para (las|la)", -1},
      {"(minutes|mins|min) (past|after)", 1}};
  static const Phrases to("to");
  const auto amount = amounts.at(tokens, std::max(at, article.after(tokens, at)));
  if (!amount) return std::nullopt;
  auto side = sides.at(tokens, amount->next);
  const bool is_in_words = tokens[amount->next - 1].kind == Token::Kind::word;
  const bool says_to =
      !side && is_in_words && to.begin_at(tokens, amount->next) && amount->meaning >= 15;
  if (!side && !says_to) return std::nullopt;
  const std::size_t place = side ? side->next : amount->next + 1;
  const auto hour = number_at(tokens, place);
  constexpr int kHalfDayHours = 12;
  const bool is_bound =
      side && !is_in_words &&
      (form_at(tokens, amount->next) == "after" || form_at(tokens, amount->next) == "before" ||
       form_at(tokens, amount->next) == "til" || form_at(tokens, amount->next) == "till");
  if (!hour || *hour < 1 || *hour > kHalfDayHours || is_bound) return std::nullopt;
  ClockTime time;
  time.hour = *hour;
  move(time, (side ? side->meaning : -1) * amount->meaning);
  time.next = place + 1;
  take_half(tokens, time);
  return time;
}

/// "213-555", "1-800": digits that hang together as those of a phone do. "330-530" are two times.
bool is_of_a_phone(const Tokens& tokens, std::size_t at) {
  if (tokens[at].kind != Token::Kind::number) return false;
  const auto is_number = [&](std::size_t place) {
    return place < tokens.size() && tokens[place].kind == Token::Kind::number;
  };
  const auto step_from = [&](std::size_t place) -> std::size_t {
    return is_any(form_at(tokens, place), {"-", "."}) ? 2 : 1;
  };
  std::size_t first = at;
  while (first > 0) {
    const std::size_t step = step_from(first - 1);
    if (first < step || !is_number(first - step)) break;
    first -= step;
  }
  std::size_t groups = 0, digits = 0;
  bool has_odd_group = false;
  for (std::size_t place = first; is_number(place); place += step_from(place + 1)) {
    const std::string& form = tokens[place].form;
    constexpr int kQuarterMinutes = 15;
    const bool is_year = form.size() == 4 && form.starts_with("20");
    ++groups;
    digits += form.size();
    has_odd_group |= form.size() >= 3 && !is_year &&
                     (form.size() > 4 || std::stoi(form) % 100 % kQuarterMinutes != 0);
  }
  constexpr std::size_t kPhonePartDigitsMin = 5;
  static const Phrases toll_free("1 - (800|833|844|855|866|877|888)");
  return toll_free.begin_at(tokens, first) ||
         (groups > 1 && digits >= kPhonePartDigitsMin && has_odd_group);
}

}  // namespace

bool has_impossible_clock(const Tokens& tokens) {
  constexpr int kDayHours = 24;
  static const Phrases at_clock(
      "at; a las; after; before; desde las; despues de las; antes de las");
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool is_minutes = at > 0 && is_any(tokens[at - 1].form, {":", ".", "h", ";"});
    if (tokens[at].kind != Token::Kind::number || tokens[at].form.size() > 2 || is_minutes)
      continue;
    const bool has_minutes = form_at(tokens, at + 1) == ":" && at + 2 < tokens.size() &&
                             tokens[at + 2].form.size() == 2 && !tokens[at + 1].after_space &&
                             !tokens[at + 2].after_space;
    const auto minutes = has_minutes ? number_at(tokens, at + 2) : std::nullopt;
    const bool has_half = is_any(form_at(tokens, at + 1), {"am", "pm"});
    const bool is_clock = minutes || has_half || at_clock.end_before(tokens, at);
    const bool is_over = std::stoi(tokens[at].form) >= kDayHours;
    if ((is_clock && is_over) || (minutes && *minutes >= kMinutesPerHour)) return true;
  }
  return false;
}

int ClockTime::minutes_as(Half assumed) const {
  const Half meant = half == Half::unknown ? assumed : half;
  int of_day = hour;
  if (hour > 12 || hour == 0) of_day = hour;
  else if (meant == Half::morning) of_day = hour % 12;
  else if (meant == Half::evening) of_day = hour % 12 + 12;
  return of_day * kMinutesPerHour + minute;
}

int ClockTime::minutes() const {
  if (half != Half::unknown || hour > 12 || hour == 0) return minutes_as(half);
  return minutes_as(hour <= 7 || hour == 12 ? Half::evening : Half::morning);
}

std::optional<ClockTime> clock_time_at(const Tokens& tokens, std::size_t at) {
  if (const auto relative = relative_time_at(tokens, at)) return relative;
  const auto value = number_at(tokens, at);
  if (!value || is_of_a_phone(tokens, at)) return std::nullopt;
  const bool is_word = tokens[at].kind == Token::Kind::word;
  ClockTime time;
  time.next = at + 1;
  if (!is_word && tokens[at].form.size() >= 3) {  // "330", "1430"
    time.hour = *value / 100;
    time.minute = *value % 100;
  } else {
    time.hour = *value;
    take_minutes(tokens, is_word, time);
  }
  if (time.hour > 23 || time.minute >= kMinutesPerHour) return std::nullopt;
  take_half(tokens, time);
  if (time.half != Half::unknown && time.hour == 0) return std::nullopt;
  if (time.hour > 12) time.half = Half::unknown;
  static const Phrases ish(
      "ish; - ish; ishh; y pico; y algo; something; mas o menos; or so; "
      "o algo; mas o menitos; approx; approximately; aprox");
  if (const std::size_t next = ish.after(tokens, time.next)) {
    time.is_about = true;
    time.next = next;
  }
  if (time.half == Half::unknown) take_half(tokens, time);
  return time;
}

}  // namespace dialogs
