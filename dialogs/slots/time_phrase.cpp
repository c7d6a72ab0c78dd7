#include "dialogs/slots/time_phrase.h"

#include <algorithm>

#include "dialogs/slots/day_part.h"
#include "dialogs/slots/delay.h"
#include "dialogs/slots/ruled_out.h"
#include "dialogs/slots/said_days.h"
#include "dialogs/slots/said_hours.h"
#include "dialogs/slots/time_edge.h"
#include "dialogs/slots/time_words.h"
#include "dialogs/slots/zone_name.h"

namespace dialogs {
namespace {

using Kind = CalendarDay::Kind;

/// A reader that walks over the tokens; each take_* reads one kind of expression at `at_`, moves
/// past it and notes what it said, or says no.
class Walk {
 public:
  Walk(const Tokens& tokens, date::local_days today) : tokens_(tokens), today_(today) {}

  TimePhrase run() {
    bool is_first = true;
    while (at_ < tokens_.size()) {
      if (pass_what_asks_for_no_time()) continue;
      const std::size_t start = at_;
      if (!take_expression()) {
        at_ = start + 1;
        continue;
      }
      const std::size_t behind = is_first ? 0 : phrase_.last + 1;
      if (is_denied_before(tokens_, behind, start) || after_denial_behind(tokens_, at_) != 0)
        is_denied_ = true;
      if (is_first) phrase_.first = start;
      is_first = false;
      phrase_.last = at_ - 1;
    }
    const auto window = hours_.window();
    phrase_.from = window.from;
    phrase_.to = window.to;
    phrase_.is_point = window.is_point;
    phrase_.is_about = window.is_about;
    phrase_.is_negated = is_denied_ || hours_.is_inexpressible();
    return phrase_;
  }

 private:
  bool take_expression() {
    return take_delay() || take_now() || take_anytime() || take_zone() || take_range() ||
           take_exception() || take_part() || take_bound() || take_day() || take_early_or_late() ||
           take_point();
  }

  bool take(const Phrases& phrases) {
    const std::size_t next = phrases.after(tokens_, at_);
    at_ = std::max(at_, next);
    return next != 0;
  }

  bool give_back(std::size_t start) {
    at_ = start;
    return false;
  }

  /// "it's past 2 already", "buenas tardes": a time or a greeting is told, none asked for.
  bool pass_what_asks_for_no_time() {
    static const Phrases tells("past; after; las; now");
    if (!take(words_for_no_time())) return false;
    const auto told = tells.end_before(tokens_, at_) ? time_edge_at(tokens_, at_) : std::nullopt;
    if (told) at_ = told->next;
    return true;
  }

  bool take_delay() {
    const auto delay = delay_at(tokens_, at_);
    if (!delay) return false;
    auto& noted = delay->is_within ? phrase_.within_minutes : phrase_.in_minutes;
    if (!noted) noted = delay->minutes;
    at_ = delay->next;
    return true;
  }

  bool take_now() { return take(words_for_now()) && (phrase_.is_now = true); }
  bool take_anytime() { return take(words_for_anytime()) && (phrase_.is_anytime = true); }

  bool take_zone() {
    const auto named = zone_name_at(tokens_, at_);
    if (!named) return false;
    phrase_.is_clinic_zone = phrase_.is_clinic_zone || named->zone.empty();
    phrase_.zone = named->zone;
    at_ = named->next;
    return true;
  }

  /// "3-5", "between 9 and 11", "de 2 a 4", "3 to 5 pm".
  bool take_range() {
    static const Phrases openings(
        "[any time|anytime|sometime|some time|around|about] (between|from|btwn|btw|bet|bewteen|"
        "betwen|inbetween) [like|about|around]; [como|mas o menos] (entre|de|desde) [las|la|"
        "como las|las como]; (around|about|las|la)");
    static const Phrases between(
        "[any time|anytime|sometime|some time|around|about] (between|btwn|btw|bet|bewteen|betwen|"
        "inbetween); [como|mas o menos] entre");
    static const Phrases joints(
        "(to|-|till|til|until|through|thru|a|hasta|asta|but before|and before|/|through to|"
        "up to) [like|about|around|las|la|el|como las|the]; y antes de las; pero antes de las; >");
    static const Phrases and_joints("(and|n|&|y|to|or) [like|about|las|la|el|como las]");
    const std::size_t start = at_;
    const bool is_between = between.begin_at(tokens_, at_);
    const bool is_led = take(openings);
    const auto first = time_edge_at(tokens_, at_);
    if (!first) return give_back(start);
    const bool is_date = !is_led && month_day_at(tokens_, at_, today_).has_value();
    at_ = first->next;
    if (is_date || (!take(joints) && !(is_between && take(and_joints)))) return give_back(start);
    const auto last = time_edge_at(tokens_, at_);
    if (!last) return give_back(start);
    at_ = last->next;
    hours_.say_range(*first, *last);
    return true;
  }

  /// "after 5", "antes de las 10", "not before noon", "I work till 6".
  bool take_bound() {
    static const Phrases articles("[about|around|like|las|la|el|at|maybe]");
    const std::size_t start = at_;
    const bool is_later = take(words_for_later_than());
    if (!is_later && !take(words_for_earlier_than())) return false;
    take(articles);
    const auto edge = time_edge_at(tokens_, at_);
    if (!edge) return give_back(start);
    at_ = edge->next;
    is_later ? hours_.say_later_than(*edge) : hours_.say_earlier_than(*edge);
    static const Phrases onward(
        "onward; onwards; on; en adelante; pa delante; para delante; or later; o mas tarde; and "
        "on");
    if (is_later) take(onward);
    return true;
  }

  /// "not mornings or evenings", "any day but monday", "evenings don't work".
  bool take_exception() {
    static const Phrases but("but; pero");
    static const Phrases joints("or; nor; and; o; ni; y; e");
    const std::size_t start = at_;
    const bool is_any_day = phrase_.day && phrase_.day->pattern == "any";
    if (!take(words_for_except()) && !((phrase_.is_anytime || is_any_day) && take(but)))
      return take_denied_behind();
    // The words just taken may be the part's or the day's own ("no por la mañana").
    for (std::size_t at = start + 1; at <= at_; ++at) {
      const std::size_t next = rule_out_at(at);
      if (next == 0) continue;
      at_ = next;
      while (joints.begin_at(tokens_, at_)) {
        const std::size_t further = rule_out_at(joints.after(tokens_, at_));
        if (further == 0) break;
        at_ = further;
      }
      return true;
    }
    return give_back(start);
  }

  /// "mondays and evenings don't work", "los lunes no".
  bool take_denied_behind() {
    const std::size_t end = after_denied(tokens_, at_, today_);
    if (end == 0) return false;
    while (at_ < end) at_ = std::max(at_ + 1, rule_out_at(at_));
    at_ = after_denial_behind(tokens_, end);
    return true;
  }

  /// Rules out the part or the days at `at`; the token after them, 0 where none are.
  std::size_t rule_out_at(std::size_t at) {
    const bool is_tomorrow = at < tokens_.size() && tokens_[at].form == "manana";
    if (const auto part = day_part_at(tokens_, at); part && !is_tomorrow) {
      hours_.rule_out(*part);
      return part->next;
    }
    const auto day = calendar_day_at(tokens_, at, today_);
    if (!day) return 0;
    const auto rest = phrase_.day && has_exception_ ? both(*phrase_.day, all_days_but(*day))
                                                    : all_days_but(*day);
    has_exception_ = true;
    // One date ruled out leaves too many others: the visitor is asked which.
    if (day->kind != Kind::date && day->kind != Kind::range) phrase_.day = rest;
    else phrase_.day.reset();
    return day->next;
  }

  bool take_part() {
    const auto part = day_part_at(tokens_, at_);
    if (!part) return false;
    // "mañana" by itself is tomorrow, "por la mañana" the morning.
    if (tokens_[at_].form == "manana") return false;
    at_ = part->next;
    if (part->days == DayPart::Days::today)
      say_day(phrase_.day, CalendarDay::on(today_, at_), false);
    else if (part->days != DayPart::Days::unsaid)
      say_day(
          phrase_.day,
          CalendarDay::every(part->days == DayPart::Days::weekdays ? "weekdays" : "weekends", at_),
          false);
    hours_.say_part(*part);
    return true;
  }

  bool take_day() {
    static const Phrases everyday("sun; sat; mar; may; dom; tom; pasado; mart; sep; ago");
    constexpr std::size_t kShortText = 6;  // in a longer one these are words and names
    const auto day = calendar_day_at(tokens_, at_, today_);
    if (!day || day->next == at_) return false;
    if (day->next == at_ + 1 && everyday.begin_at(tokens_, at_) && tokens_.size() > kShortText)
      return false;
    const std::size_t start = at_;
    at_ = day->next;
    static const Phrases joints("or; o; and; y; or maybe; o el; y el; /; &");
    if (has_exception_) phrase_.day.reset();  // "not monday, tuesday": what is said at last
    has_exception_ = false;
    if (!take_day_number(*day)) say_day(phrase_.day, *day, joints.end_before(tokens_, start));
    return true;
  }

  /// "el viernes 20": the number that fits the weekday is its date.
  bool take_day_number(const CalendarDay& day) {
    const auto date = numbered_date_at(tokens_, at_, day, today_);
    if (!date) return false;
    say_day(phrase_.day, CalendarDay::on(*date, ++at_), false);
    return true;
  }

  bool take_early_or_late() {
    static const Phrases early("early"), late("late"), not_a_time("night");
    const bool is_early = take(early);
    if (!is_early && !take(late)) return false;
    is_early ? hours_.say_early() : hours_.say_late();
    return is_early;
  }

  /// "3pm", "at 3", "a las 3", "around 3", "como a las 3", or a bare number of a short text.
  bool take_point() {
    static const Phrases leads(
        "at [the]; @; (a|para) (las|la); las; la; by; say; maybe; tal vez a las; for; is; x las");
    const std::size_t start = at_;
    const bool is_about = take(words_for_about());
    const bool is_led = take(leads) || (is_about && at_ > start + 1);
    const bool is_about_after = take(words_for_about());
    const auto clock = time_edge_at(tokens_, at_, is_led);
    if (!clock) return give_back(start);
    const bool is_marked = clock->half != ClockTime::Half::unknown || clock->is_about ||
                           clock->minute > 0 || clock->hour == 24;
    const bool is_age = !is_led && !is_about && !is_marked &&
                        words_before_other_numbers().end_before(tokens_, start);
    constexpr std::size_t kShortText = 8;
    const bool is_sure = is_led || is_about || is_marked || tokens_.size() <= kShortText ||
                         phrase_.day || hours_.has_part();
    static const Phrases small_words("one; un; una; uno; once; a");
    const bool is_small_word = !is_led && !is_marked && tokens_.size() > 1 &&
                               small_words.after(tokens_, at_) == clock->next;
    if (is_age || !is_sure || is_small_word || clock->hour == 0) return give_back(start);
    at_ = clock->next;
    say_clock(*clock, is_about || is_about_after || clock->is_about);
    return true;
  }

  /// "3", "3 or later".
  void say_clock(const ClockTime& clock, bool is_about) {
    static const Phrases later(
        "or (later|after|past); onward; onwards; and (later|after|on|onward|up); o mas tarde; "
        "o despues; en adelante; pa delante; para delante; +; on; y mas tarde; pa arriba; forward");
    static const Phrases earlier(
        "or (earlier|before|sooner); and (earlier|before); o antes; pa atras");
    const bool is_later = take(later), is_earlier = !is_later && take(earlier);
    if (is_later) hours_.say_later_than(clock);
    else if (is_earlier) hours_.say_earlier_than(clock);
    else hours_.say_point(clock, is_about);
  }

  const Tokens& tokens_;
  const date::local_days today_;
  TimePhrase phrase_;
  std::size_t at_ = 0;
  SaidHours hours_;
  bool is_denied_ = false;      ///< a "no" stands beside a time that no rule reads
  bool has_exception_ = false;  ///< the day noted is what an exception left
};

}  // namespace

TimePhrase time_phrase_of(const Tokens& tokens, date::local_days today) {
  return Walk(tokens, today).run();
}

}  // namespace dialogs
