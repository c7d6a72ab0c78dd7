#include "dialogs/slots/clock_time.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "dialogs/slots/number_words.h"

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

/// "am", "p.m.", "in the morning", "de la tarde": moves `time` past it.
void take_half(const Tokens& tokens, ClockTime& time) {
  std::size_t at = time.next;
  const auto form = form_at(tokens, at);
  const auto is_dotted_m = [&](std::size_t from) {
    return form_at(tokens, from) == "." && form_at(tokens, from + 1) == "m";
  };
  if (is_any(form, {"am", "pm"})) {
    time.half = form == "am" ? Half::morning : Half::evening;
    time.next = at + 1;
  } else if (is_any(form, {"a", "p"}) && (is_dotted_m(at + 1) || form_at(tokens, at + 1) == "m")) {
    time.half = form == "a" ? Half::morning : Half::evening;
    time.next = is_dotted_m(at + 1) ? at + 3 : at + 2;
    if (form_at(tokens, time.next) == ".") ++time.next;
  } else if (is_any(form, {"a", "p"}) && at < tokens.size() && !tokens[at].after_space) {
    time.half = form == "a" ? Half::morning : Half::evening;
    time.next = at + 1;
  } else if (is_any(form, {"in", "at", "de", "en", "por", "a"})) {
    ++at;
    if (is_any(form_at(tokens, at), {"the", "la"})) ++at;
    const auto part = form_at(tokens, at);
    const bool is_spanish = is_any(form, {"de", "en", "por", "a"});
    if (is_any(part, {"morning", "mornings"}) || (is_spanish && is_any(part, {"manana", "mananas", "madrugada"})))
      time.half = Half::morning;
    else if (is_any(part, {"afternoon", "afternoons", "evening", "evenings", "night", "tarde",
                           "tardes", "noche", "noches"}))
      time.half = Half::evening;
    else return;
    time.next = at + 1;
  }
}

/// ":30", "y media", "thirty", "o clock", "en punto".
void take_minutes(const Tokens& tokens, bool is_word, ClockTime& time) {
  const std::size_t at = time.next;
  const auto form = form_at(tokens, at);
  const bool has_sign = is_any(form, {":", ".", "h"}) && at + 1 < tokens.size() &&
                        tokens[at + 1].kind == Token::Kind::number &&
                        tokens[at + 1].form.size() == 2 && !tokens[at + 1].after_space;
  if (has_sign) {
    time.minute = std::stoi(tokens[at + 1].form);
    time.next = at + 2;
  } else if (is_any(form, {"oclock", "hrs", "horas"}) && form_at(tokens, at + 1) != "a") {
    time.next = at + 1;
  } else if (form == "o" && form_at(tokens, at + 1) == "clock") {
    time.next = at + 2;
  } else if (form == "en" && form_at(tokens, at + 1) == "punto") {
    time.next = at + 2;
  } else if (is_any(form, {"y", "menos", "con"})) {
    const auto part = form_at(tokens, at + 1);
    const int minutes = part == "media" ? 30 : part == "cuarto" || part == "quince" ? 15
                        : part == "veinte" ? 20 : part == "diez" ? 10 : part == "cinco" ? 5 : 0;
    if (minutes == 0) return;
    time.minute = form == "menos" ? kMinutesPerHour - minutes : minutes;
    if (form == "menos") time.hour = time.hour == 1 ? 12 : time.hour - 1;
    time.next = at + 2;
  } else if (is_word || is_any(form, {"thirty", "fifteen"})) {
    const auto minutes = number_word(form);
    if (minutes && *minutes >= 10 && *minutes < kMinutesPerHour && form != "once" && form != "doce") {
      time.minute = *minutes;
      time.next = at + 1;
      if (const auto unit = number_word(form_at(tokens, at + 1));
          unit && *unit > 0 && *unit < 10 && *minutes % 10 == 0 && *minutes >= 20) {
        time.minute += *unit;
        ++time.next;
      }
    }
  }
}

/// "half past 3", "quarter to 4", "10 to 5".
std::optional<ClockTime> relative_time_at(const Tokens& tokens, std::size_t at) {
  const std::size_t start = is_any(form_at(tokens, at), {"a"}) ? at + 1 : at;
  const auto form = form_at(tokens, start);
  const int minutes = form == "half" ? 30 : form == "quarter" ? 15 : 0;
  const auto side = form_at(tokens, start + 1);
  if (minutes == 0 || !is_any(side, {"past", "after", "to", "till", "of"})) return std::nullopt;
  const auto hour = number_at(tokens, start + 2);
  if (!hour || *hour < 1 || *hour > 12) return std::nullopt;
  ClockTime time;
  const bool is_before = is_any(side, {"to", "till", "of"});
  time.hour = is_before ? (*hour == 1 ? 12 : *hour - 1) : *hour;
  time.minute = is_before ? kMinutesPerHour - minutes : minutes;
  time.next = start + 3;
  take_half(tokens, time);
  return time;
}

}  // namespace

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
  if (!value) return std::nullopt;
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
  if (is_any(form_at(tokens, time.next), {"ish"})) {
    time.is_about = true;
    ++time.next;
  } else if (form_at(tokens, time.next) == "-" && form_at(tokens, time.next + 1) == "ish") {
    time.is_about = true;
    time.next += 2;
  }
  if (is_any(form_at(tokens, time.next), {"oclock"})) ++time.next;
  if (time.half == Half::unknown) take_half(tokens, time);
  return time;
}

}  // namespace dialogs
