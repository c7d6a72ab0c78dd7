#include "dialogs/slots/time_phrase.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogs/slots/day_part.h"
#include "dialogs/slots/number_words.h"

namespace dialogs {
namespace {

using Half = ClockTime::Half;

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

/// A reader that walks over the tokens; each take_* reads one kind of expression at `at_`, moves
/// past it and notes what it said, or says no.
class Walk {
 public:
  Walk(const Tokens& tokens, date::local_days today) : tokens_(tokens), today_(today) {}

  TimePhrase run() {
    bool is_first = true;
    for (at_ = 0; at_ < tokens_.size();) {
      const std::size_t start = at_;
      if (take_delay() || take_now() || take_anytime() || take_zone() || take_bound() ||
          take_range() || take_part() || take_day() || take_point()) {
        if (is_first) phrase_.first = start;
        is_first = false;
        phrase_.last = at_ - 1;
        phrase_.understood += at_ - start;
      } else {
        ++at_;
      }
    }
    finish();
    return std::move(phrase_);
  }

 private:
  std::string_view form(std::size_t at) const {
    return at < tokens_.size() ? std::string_view(tokens_[at].form) : std::string_view();
  }

  /// Whether the words stand at `at`; gives the place after them.
  std::size_t after(std::size_t at, std::initializer_list<std::string_view> words) const {
    for (const auto word : words)
      if (form(at++) != word) return 0;
    return at;
  }

  /// The longest of several phrases at `at_`: moves past it.
  bool take_any(const std::vector<std::vector<std::string_view>>& phrases) {
    std::size_t longest = 0;
    for (const auto& words : phrases) {
      std::size_t next = at_;
      bool fits = true;
      for (const auto word : words) fits = fits && form(next++) == word;
      if (fits) longest = std::max(longest, next);
    }
    if (longest == 0) return false;
    at_ = longest;
    return true;
  }

  /// "in 20 minutes", "en media hora", "within 2 hours", "dentro de una hora".
  bool take_delay() {
    std::size_t next = at_;
    bool is_within = false;
    if (is_any(form(next), {"within", "antes"})) {
      is_within = form(next) == "within" || after(next, {"antes", "de", "que", "pasen"}) != 0;
      if (!is_within) return false;
      ++next;
    } else if (const auto inside = after(next, {"dentro", "de"})) {
      next = inside;
    } else if (const auto during = after(next, {"en", "menos", "de"})) {
      is_within = true;
      next = during;
    } else if (is_any(form(next), {"in", "en", "como", "about"})) {
      ++next;
      if (is_any(form(next), {"about", "like", "unos", "unas", "como", "around"})) ++next;
    } else {
      return false;
    }
    if (is_any(form(next), {"the", "next", "los", "las", "proximos", "proximas"})) ++next;
    if (is_any(form(next), {"next", "proximos", "proximas"})) ++next;
    const auto amount = amount_at(next);
    if (!amount) return false;
    (is_within ? phrase_.within_minutes : phrase_.in_minutes) = amount->first;
    at_ = amount->second;
    return true;
  }

  /// An amount of time in minutes, and the token after it.
  std::optional<std::pair<int, std::size_t>> amount_at(std::size_t at) const {
    const auto unit_minutes = [&](std::size_t place) {
      const auto unit = form(place);
      if (is_any(unit, {"minute", "minutes", "min", "mins", "minuto", "minutos", "minutitos"})) return 1;
      if (is_any(unit, {"hour", "hours", "hr", "hrs", "hora", "horas", "h"})) return kMinutesPerHour;
      if (is_any(unit, {"day", "days", "dia", "dias"})) return kMinutesPerDay;
      if (is_any(unit, {"week", "weeks", "wk", "wks", "semana", "semanas"})) return 7 * kMinutesPerDay;
      return 0;
    };
    if (const auto next = after(at, {"half", "an", "hour"})) return {{30, next}};
    if (const auto next = after(at, {"a", "half", "hour"})) return {{30, next}};
    if (const auto next = after(at, {"media", "hora"})) return {{30, next}};
    if (const auto next = after(at, {"un", "rato"})) return {{kMinutesPerHour, next}};
    if (const auto next = after(at, {"un", "ratito"})) return {{kMinutesPerHour, next}};
    if (const auto next = after(at, {"a", "bit"})) return {{kMinutesPerHour, next}};
    std::size_t next = at;
    int count = 0;
    if (form(next) == "an" || form(next) == "a" || form(next) == "the") {
      count = 1;
      ++next;
      if (const auto couple = after(next, {"couple"})) {
        count = 2;
        next = couple;
        if (form(next) == "of") ++next;
      } else if (const auto few = after(next, {"few"})) {
        count = 3;
        next = few;
      }
    } else if (const auto pair = after(next, {"un", "par", "de"})) {
      count = 2;
      next = pair;
    } else if (next < tokens_.size() && tokens_[next].kind == Token::Kind::number &&
               tokens_[next].form.size() <= 3) {
      count = std::stoi(tokens_[next++].form);
    } else if (const auto word = number_word(form(next))) {
      count = *word;
      ++next;
    }
    const int unit = unit_minutes(next);
    if (count <= 0 || unit == 0) return std::nullopt;
    int minutes = count * unit;
    ++next;
    if (const auto half = after(next, {"y", "media"})) {
      minutes += unit / 2;
      next = half;
    } else if (const auto and_half = after(next, {"and", "a", "half"})) {
      minutes += unit / 2;
      next = and_half;
    }
    return {{minutes, next}};
  }

  bool take_now() {
    if (!take_any({{"asap"}, {"a", "s", "a", "p"}, {"now"}, {"right", "now"}, {"right", "away"},
                   {"rn"}, {"as", "soon", "as", "possible"}, {"as", "soon", "as", "you", "can"},
                   {"as", "soon", "as", "u", "can"}, {"immediately"}, {"soonest"},
                   {"the", "sooner", "the", "better"}, {"sooner", "the", "better"}, {"anytime", "now"},
                   {"any", "time", "now"}, {"at", "once"}, {"ahora"}, {"ahorita"}, {"ahora", "mismo"},
                   {"ahorita", "mismo"}, {"ya"}, {"ya", "mismo"}, {"lo", "antes", "posible"},
                   {"lo", "mas", "pronto", "posible"}, {"lo", "mas", "pronto", "que", "puedan"},
                   {"cuanto", "antes"}, {"de", "inmediato"}, {"inmediatamente"},
                   {"en", "este", "momento"}, {"pronto"}, {"soon"}, {"urgente"}, {"enseguida"},
                   {"whenever", "you", "can", "today"}}))
      return false;
    phrase_.is_now = true;
    return true;
  }

  bool take_anytime() {
    if (!take_any({{"anytime"}, {"any", "time"}, {"any", "hour"}, {"whenever"}, {"when", "ever"}, {"wenever"},
                   {"all", "day"}, {"any", "time", "is", "fine"}, {"no", "preference"},
                   {"doesnt", "matter"}, {"dont", "matter"}, {"does", "not", "matter"},
                   {"dont", "care"}, {"im", "flexible"}, {"flexible"}, {"im", "open"}, {"up", "to", "you"},
                   {"your", "choice"}, {"im", "free"}, {"im", "always", "free"}, {"always", "available"},
                   {"im", "easy"}, {"24", "/", "7"}, {"cuando", "sea"}, {"cuando", "quieran"},
                   {"cuando", "quiera"}, {"cuando", "gusten"}, {"cuando", "guste"},
                   {"cuando", "puedan"}, {"cuando", "pueda"}, {"cuando", "ustedes", "puedan"},
                   {"whenever", "you", "can"}, {"a", "cualquier", "hora"}, {"cualquier", "hora"},
                   {"cualquier", "momento"}, {"en", "cualquier", "momento"}, {"todo", "el", "dia"},
                   {"a", "la", "hora", "que", "sea"}, {"la", "hora", "que", "sea"}, {"me", "da", "igual"},
                   {"me", "da", "lo", "mismo"}, {"no", "importa"}, {"sin", "preferencia"},
                   {"no", "tengo", "preferencia"}, {"ninguna", "preferencia"}, {"da", "igual"},
                   {"como", "gusten"}, {"cuando", "se", "pueda"}, {"siempre", "estoy", "disponible"},
                   {"todas", "las", "horas"}}))
      return false;
    phrase_.is_anytime = true;
    return true;
  }

  bool take_zone() {
    struct Named {
      std::vector<std::string_view> words;
      const char* zone;
    };
    static const std::vector<Named> zones = {
        {{"et"}, "America/New_York"}, {{"est"}, "America/New_York"}, {{"edt"}, "America/New_York"},
        {{"eastern"}, "America/New_York"}, {{"eastern", "time"}, "America/New_York"},
        {{"east", "coast", "time"}, "America/New_York"}, {{"east", "coast"}, "America/New_York"},
        {{"hora", "del", "este"}, "America/New_York"}, {{"del", "este"}, "America/New_York"},
        {{"new", "york", "time"}, "America/New_York"}, {{"hora", "de", "nueva", "york"}, "America/New_York"},
        {{"ct"}, "America/Chicago"}, {{"cst"}, "America/Chicago"}, {{"cdt"}, "America/Chicago"},
        {{"central"}, "America/Chicago"}, {{"central", "time"}, "America/Chicago"},
        {{"hora", "central"}, "America/Chicago"}, {{"hora", "del", "centro"}, "America/Chicago"},
        {{"texas", "time"}, "America/Chicago"}, {{"chicago", "time"}, "America/Chicago"},
        {{"mt"}, "America/Denver"}, {{"mst"}, "America/Denver"}, {{"mdt"}, "America/Denver"},
        {{"mountain"}, "America/Denver"}, {{"mountain", "time"}, "America/Denver"},
        {{"hora", "de", "la", "montana"}, "America/Denver"}, {{"arizona", "time"}, "America/Phoenix"},
        {{"hora", "de", "arizona"}, "America/Phoenix"}, {{"hawaii", "time"}, "Pacific/Honolulu"},
        {{"hst"}, "Pacific/Honolulu"}, {{"pt"}, "America/Los_Angeles"}, {{"pst"}, "America/Los_Angeles"},
        {{"pdt"}, "America/Los_Angeles"}, {{"pacific"}, "America/Los_Angeles"},
        {{"pacific", "time"}, "America/Los_Angeles"}, {{"hora", "del", "pacifico"}, "America/Los_Angeles"},
        {{"west", "coast", "time"}, "America/Los_Angeles"}, {{"west", "coast"}, "America/Los_Angeles"},
        {{"la", "time"}, "America/Los_Angeles"}, {{"california", "time"}, "America/Los_Angeles"},
        {{"hora", "de", "california"}, "America/Los_Angeles"}, {{"la", "hora", "de", "los", "angeles"}, "America/Los_Angeles"},
        {{"hora", "de", "los", "angeles"}, "America/Los_Angeles"}, {{"utc"}, "Etc/UTC"}, {{"gmt"}, "Etc/UTC"},
        {{"london", "time"}, "Europe/London"}, {{"hora", "de", "mexico"}, "America/Mexico_City"},
        {{"mexico", "time"}, "America/Mexico_City"}, {{"alaska", "time"}, "America/Anchorage"}};
    std::size_t longest = 0;
    for (const auto& named : zones) {
      std::size_t next = at_;
      bool fits = true;
      for (const auto word : named.words) fits = fits && form(next++) == word;
      if (!fits || next <= longest) continue;
      longest = next;
      phrase_.zone = named.zone;
    }
    if (longest == 0) {
      if (!take_any({{"your", "time"}, {"ur", "time"}, {"hora", "de", "ustedes"},
                     {"su", "hora"}, {"clinic", "time"}}))
        return false;
      phrase_.is_clinic_zone = true;
      return true;
    }
    at_ = longest;
    if (is_any(form(at_), {"time"})) ++at_;
    return true;
  }

  /// "after 5", "antes de las 10", "not before noon", "I work till 6".
  bool take_bound() {
    static const std::vector<std::vector<std::string_view>> later = {
        {"after"}, {"aftr"}, {"past"}, {"since"}, {"from"}, {"starting"}, {"starting", "at"},
        {"not", "before"}, {"no", "earlier", "than"}, {"not", "earlier", "than"}, {"dont", "call", "before"}, {"no", "calls", "before"},
        {"anytime", "after"}, {"any", "time", "after"}, {"whenever", "after"},
        {"i", "work", "till"}, {"i", "work", "until"}, {"i", "work", "til"}, {"work", "till"},
        {"work", "until"}, {"work", "til"}, {"working", "until"}, {"working", "till"}, {"at", "work", "until"},
        {"at", "work", "till"}, {"at", "work", "til"}, {"busy", "until"}, {"busy", "till"}, {"busy", "til"},
        {"in", "class", "until"}, {"in", "class", "till"}, {"in", "school", "until"}, {"in", "school", "till"},
        {"get", "off", "at"}, {"get", "off", "work", "at"}, {"off", "at"}, {"off", "work", "at"},
        {"get", "home", "at"}, {"home", "by"}, {"get", "out", "at"}, {"get", "out", "of", "work", "at"},
        {"done", "at"}, {"free", "at"}, {"free", "after"}, {"available", "after"}, {"cant", "talk", "until"},
        {"cant", "talk", "before"}, {"cant", "until"}, {"sleep", "until"}, {"asleep", "until"},
        {"despues", "de"}, {"despues", "de", "las"}, {"despues", "de", "la"}, {"despues", "del"},
        {"dspues", "de"}, {"dspues", "de", "las"}, {"pasadas", "las"}, {"pasando", "las"},
        {"a", "partir", "de"}, {"a", "partir", "de", "las"}, {"a", "partir", "de", "la"}, {"a", "partir", "del"},
        {"desde", "las"}, {"desde", "la"}, {"de", "las"}, {"mas", "tarde", "de", "las"},
        {"no", "antes", "de"}, {"no", "antes", "de", "las"}, {"no", "antes", "de", "la"}, {"no", "antes", "del"},
        {"trabajo", "hasta", "las"}, {"trabajo", "hasta", "la"}, {"ocupado", "hasta", "las"},
        {"ocupada", "hasta", "las"}, {"salgo", "a", "las"}, {"salgo", "a", "la"},
        {"salgo", "del", "trabajo", "a", "las"}, {"salgo", "de", "trabajar", "a", "las"},
        {"salgo", "de", "la", "escuela", "a", "las"}, {"me", "desocupo", "a", "las"},
        {"llego", "a", "las"}, {"llego", "a", "casa", "a", "las"}, {"estoy", "libre", "desde", "las"}};
    static const std::vector<std::vector<std::string_view>> earlier = {
        {"before"}, {"b", "4"}, {"by"}, {"until"}, {"till"}, {"til"}, {"up", "to"}, {"not", "after"},
        {"no", "later", "than"}, {"not", "later", "than"}, {"any", "time", "before"}, {"dont", "call", "after"}, {"no", "calls", "after"},
        {"anytime", "before"}, {"i", "work", "at"}, {"start", "work", "at"}, {"i", "start", "at"}, {"prior", "to"},
        {"work", "starts", "at"}, {"antes", "de"}, {"antes", "de", "las"}, {"antes", "de", "la"}, {"antes", "del"},
        {"hasta", "las"}, {"hasta", "la"}, {"hasta", "el"}, {"no", "mas", "tarde", "de", "las"},
        {"no", "despues", "de", "las"}, {"no", "despues", "de", "la"}, {"a", "mas", "tardar", "a", "las"},
        {"entro", "a", "las"}, {"entro", "a", "trabajar", "a", "las"}, {"entro", "al", "trabajo", "a", "las"}};
    const std::size_t start = at_;
    const bool is_later = take_any(later);
    if (!is_later && !take_any(earlier)) return false;
    if (is_any(form(at_), {"about", "around", "like", "las", "la", "el"})) ++at_;
    const auto edge = edge_at(at_);
    if (!edge) {
      at_ = start;
      return false;
    }
    if (is_later && take_range_end(start, *edge)) return true;
    at_ = edge->second;
    const int minutes = edge->first.minutes();
    if (is_later) phrase_.from = minutes;
    else phrase_.to = minutes;
    return true;
  }

  /// "from 1" was a bound; "from 1 to 3" is a range.
  bool take_range_end(std::size_t start, const std::pair<ClockTime, std::size_t>& first) {
    at_ = first.second;
    if (!take_any({{"to"}, {"-"}, {"till"}, {"til"}, {"until"}, {"through"}, {"thru"}, {"and"}, {"a"},
                   {"a", "las"}, {"a", "la"}, {"hasta"}, {"hasta", "las"}, {"hasta", "la"}, {"y"},
                   {"y", "las"}, {"y", "la"}, {"but", "before"}, {"and", "before"}, {"y", "antes", "de", "las"}})) {
      at_ = start;
      return false;
    }
    if (is_any(form(at_), {"about", "around", "las", "la", "el"})) ++at_;
    const auto second = edge_at(at_);
    if (!second) {
      at_ = start;
      return false;
    }
    set_range(first.first, second->first);
    at_ = second->second;
    return true;
  }

  /// A clock time, noon or midnight, and the token after it.
  std::optional<std::pair<ClockTime, std::size_t>> edge_at(std::size_t at) const {
    if (is_any(form(at), {"noon", "midday", "mediodia"}) ||
        (form(at) == "medio" && form(at + 1) == "dia") || (form(at) == "el" && form(at + 1) == "mediodia")) {
      ClockTime noon;
      noon.hour = 12;
      noon.half = Half::evening;
      const std::size_t next = is_any(form(at), {"medio", "el"}) ? at + 2 : at + 1;
      noon.next = next;
      return {{noon, next}};
    }
    if (form(at) == "lunch") {
      ClockTime lunch;
      lunch.hour = 1;
      lunch.half = Half::evening;
      lunch.next = at + 1;
      return {{lunch, at + 1}};
    }
    const auto clock = clock_time_at(tokens_, at);
    if (!clock || is_counted(clock->next)) return std::nullopt;
    return {{*clock, clock->next}};
  }

  /// "3 hours", "15 days", "9 years": a number of things is no time of day.
  bool is_counted(std::size_t next) const {
    return is_any(form(next),
                  {"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
                   "years", "times", "time", "minutes", "min", "mins", "dias", "semanas", "meses",
                   "anos", "veces", "minutos", "kids", "children", "hijos", "people", "mg", "pills",
                   "percent", "%", "yo", "yrs", "wks", "dollars"});
  }

  /// A bare hour takes the half that makes a range run forward; a written half governs both ends
  /// where that does.
  void set_range(ClockTime first, ClockTime last) {
    int from = first.minutes(), to = last.minutes();
    if (first.half == Half::unknown && last.half != Half::unknown) {
      to = last.minutes();
      from = first.minutes_as(last.half);
      if (from >= to) from = first.minutes_as(Half::morning);
    } else if (first.half != Half::unknown && last.half == Half::unknown) {
      to = last.minutes_as(first.half);
      if (to <= from) to = last.minutes_as(Half::evening);
    } else if (first.half == Half::unknown && to <= from) {
      to = last.minutes_as(Half::evening);
    }
    phrase_.from = from;
    phrase_.to = to;
    is_range_ = true;
  }

  /// "3-5", "between 9 and 11", "de 2 a 4", "3 to 5 pm".
  bool take_range() {
    const std::size_t start = at_;
    std::size_t at = at_;
    const bool is_led = is_any(form(at), {"between", "from", "entre", "de", "btwn", "bet"});
    if (is_led) ++at;
    while (is_any(form(at), {"las", "la", "about", "around"})) ++at;
    if (!is_led && at != start && !is_any(form(start), {"las", "la", "around", "about"})) return false;
    const auto first = edge_at(at);
    if (!first) return false;
    if (calendar_day_at(tokens_, at, today_) && !is_led && tokens_[at].kind == Token::Kind::number &&
        form(at + 1) == "/")
      return false;
    if (!take_range_end(start, *first)) return false;
    return true;
  }

  bool take_part() {
    const std::size_t start = at_;
    bool rules_out = false;
    if (is_any(form(at_), {"not", "no", "except", "excepto", "menos", "but"})) {
      rules_out = form(at_) != "but" || is_any(form(at_ + 1), {"not"});
      ++at_;
      while (is_any(form(at_), {"not", "in", "during", "the", "on", "for", "en", "por", "los", "las", "a"}) &&
             !day_part_at(tokens_, at_))
        ++at_;
    }
    if (is_any(form(at_), {"noon", "midday", "mediodia"}) ||
        after(at_, {"medio", "dia"}) != 0 || after(at_, {"al", "mediodia"}) != 0) {
      if (rules_out) {
        at_ = start;
        return false;
      }
      at_ += is_any(form(at_), {"noon", "midday", "mediodia"}) ? 1 : 2;
      set_part(12 * kMinutesPerHour, 13 * kMinutesPerHour, Half::evening);
      return true;
    }
    if (const auto end = after(at_, {"end", "of", "the", "day"})) return take_end_of_day(end);
    if (const auto end = after(at_, {"end", "of", "day"})) return take_end_of_day(end);
    if (const auto end = after(at_, {"eod"})) return take_end_of_day(end);
    if (const auto end = after(at_, {"close", "of", "business"})) return take_end_of_day(end);
    if (const auto end = after(at_, {"al", "final", "del", "dia"})) return take_end_of_day(end);
    const auto part = day_part_at(tokens_, at_);
    if (!part) {
      at_ = start;
      return false;
    }
    // "mañana" by itself is tomorrow.
    if (tokens_[at_].form == "manana") {
      if (form(at_ + 1) != "temprano") {
        at_ = start;
        return false;
      }
      phrase_.day = calendar_day_at(tokens_, at_, today_);
    }
    if (is_any(form(at_), {"this", "esta"}) || is_any(form(at_), {"tonight", "tonite"}) || form(at_) == "2") {
      auto today = calendar_day_at(tokens_, at_, today_);
      if (today && !phrase_.day) phrase_.day = today;
    }
    at_ = part->next;
    if (rules_out) {
      if (part->to <= 12 * kMinutesPerHour) phrase_.from = 12 * kMinutesPerHour;
      else if (part->from >= 17 * kMinutesPerHour) phrase_.to = 17 * kMinutesPerHour;
      else phrase_.is_negated = true;
      return true;
    }
    set_part(part->from, part->to, part->half);
    return true;
  }

  bool take_end_of_day(std::size_t next) {
    at_ = next;
    set_part(17 * kMinutesPerHour, 18 * kMinutesPerHour, Half::evening);
    return true;
  }

  void set_part(int from, int to, Half half) {
    if (part_from_ && (from == *part_to_ || to == *part_from_)) {  // "afternoons or evenings"
      part_from_ = std::min(*part_from_, from);
      part_to_ = std::max(*part_to_, to);
      return;
    }
    if (part_from_ && (from > *part_to_ || to < *part_from_)) {  // "mornings or evenings": the first
      return;
    }
    part_from_ = from;
    part_to_ = to;
    half_ = half;
  }

  bool take_day() {
    const std::size_t start = at_;
    if (is_any(form(at_), {"not", "except", "excepto", "menos"}) ||
        (form(at_) == "but" && is_any(form(at_ + 1), {"not", "monday", "tuesday", "wednesday",
                                                       "thursday", "friday", "saturday", "sunday"}))) {
      ++at_;
      while (is_any(form(at_), {"not", "on", "el", "los", "the"}) && !calendar_day_at(tokens_, at_, today_)) ++at_;
      const auto day = calendar_day_at(tokens_, at_, today_);
      if (!day) {
        at_ = start;
        return false;
      }
      at_ = std::max(day->next, at_ + 1);
      rule_out(*day);
      return true;
    }
    if (is_any(form(at_), {"sun", "sat", "mar", "may", "dom", "tom"}) && tokens_.size() > 6)
      return false;  // everyday words and names in a longer text
    const auto day = calendar_day_at(tokens_, at_, today_);
    if (!day) return false;
    if (!phrase_.day || phrase_.day->kind == CalendarDay::Kind::pattern) phrase_.day = day;
    else if (phrase_.day->kind != CalendarDay::Kind::invalid &&
             day->kind == CalendarDay::Kind::date &&
             phrase_.day->kind == CalendarDay::Kind::date && is_any(form(at_ - 1), {"or", "o", "and", "y"}))
      join_dates(*day);
    at_ = std::max(day->next, at_ + 1);
    return true;
  }

  /// "today or tomorrow" is a range of days.
  void join_dates(const CalendarDay& day) {
    phrase_.day->kind = CalendarDay::Kind::range;
    phrase_.day->last = std::max(phrase_.day->last, day.last);
    phrase_.day->first = std::min(phrase_.day->first, day.first);
  }

  /// "any day but monday": the other days.
  void rule_out(const CalendarDay& day) {
    std::string out;
    if (day.kind == CalendarDay::Kind::weekday) {
      static constexpr std::string_view kWeek[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
      const auto index = (day.weekday - date::Monday).count();
      for (int i = 0; i < 7; ++i)
        if (i != index) out += (out.empty() ? "" : ",") + std::string(kWeek[i]);
    } else if (day.pattern == "weekends") {
      out = "weekdays";
    } else if (day.pattern == "weekdays") {
      out = "weekends";
    } else {
      phrase_.is_negated = true;
      return;
    }
    CalendarDay rest;
    rest.pattern = std::move(out);
    phrase_.day = rest;
  }

  /// "3pm", "at 3", "a las 3", "around 3", "como a las 3", or a bare number of a short text.
  bool take_point() {
    const std::size_t start = at_;
    bool is_about = false, is_led = false;
    while (is_any(form(at_), {"around", "about", "like", "como", "approximately", "roughly", "approx", "tipo", "alrededor",
                              "aproximadamente", "~", "aprox", "say", "maybe", "circa"})) {
      is_about = is_about || !is_any(form(at_), {"say", "maybe"});
      ++at_;
    }
    if (const auto next = after(at_, {"de", "las"}); next != 0 && is_about) at_ = next, is_led = true;
    if (const auto next = after(at_, {"a", "eso", "de", "las"})) at_ = next, is_about = is_led = true;
    if (const auto next = after(at_, {"a", "las"})) at_ = next, is_led = true;
    else if (const auto one = after(at_, {"a", "la"})) at_ = one, is_led = true;
    else if (is_any(form(at_), {"at", "@", "las", "la"})) ++at_, is_led = true;
    if (is_any(form(at_), {"around", "about", "like", "como"})) ++at_, is_about = true;
    const auto clock = edge_at(at_);
    const bool is_sure =
        clock && (is_led || is_about || clock->first.half != Half::unknown || clock->first.is_about ||
                  clock->first.minute > 0 || tokens_.size() <= 8 || phrase_.day || part_from_ ||
                  form(clock->second) == "or");
    const bool is_word = clock && !is_led && clock->first.half == Half::unknown &&
                         tokens_[at_].kind == Token::Kind::word &&
                         is_any(form(at_), {"one", "un", "una", "uno", "once", "a"}) && tokens_.size() > 2;
    if (!is_sure || is_word || clock->first.hour == 0) {
      at_ = start;
      return false;
    }
    at_ = clock->second;
    if (is_point_ || is_range_ || phrase_.from || phrase_.to) return true;  // the first one counts
    point_ = clock->first;
    is_point_ = true;
    phrase_.is_about = is_about || clock->first.is_about;
    if (take_any({{"or", "later"}, {"or", "after"}, {"onward"}, {"onwards"}, {"and", "later"}, {"and", "after"},
                  {"o", "mas", "tarde"}, {"o", "despues"}, {"en", "adelante"}, {"pa", "delante"},
                  {"+"}, {"on"}})) {
      is_point_ = false;
      phrase_.from = minutes_of(point_);
      phrase_.is_about = false;
    } else if (take_any({{"or", "earlier"}, {"or", "before"}, {"o", "antes"}})) {
      is_point_ = false;
      phrase_.to = minutes_of(point_);
      phrase_.is_about = false;
    }
    return true;
  }

  int minutes_of(const ClockTime& clock) const {
    return clock.half == Half::unknown && half_ != Half::unknown && clock.hour <= 12
               ? clock.minutes_as(half_)
               : clock.minutes();
  }

  /// A clock time says more than a part of the day beside it.
  void finish() {
    if (is_point_) {
      phrase_.is_point = true;
      phrase_.from = minutes_of(point_);
    } else if (!phrase_.from && !phrase_.to && part_from_) {
      phrase_.from = part_from_;
      phrase_.to = part_to_;
    } else if (part_from_ && !is_range_ && phrase_.from && !phrase_.to && *phrase_.from < *part_to_ &&
               *phrase_.from >= *part_from_) {
      phrase_.to = part_to_;  // "in the afternoon after 3"
    }
  }

  const Tokens& tokens_;
  const date::local_days today_;
  TimePhrase phrase_;
  std::size_t at_ = 0;
  ClockTime point_;
  bool is_point_ = false, is_range_ = false;
  std::optional<int> part_from_, part_to_;
  Half half_ = Half::unknown;
};

}  // namespace

TimePhrase time_phrase_of(const Tokens& tokens, date::local_days today) {
  return Walk(tokens, today).run();
}

}  // namespace dialogs
