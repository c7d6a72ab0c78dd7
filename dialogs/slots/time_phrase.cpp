#include "dialogs/slots/time_phrase.h"

#include <algorithm>
#include <utility>

#include "dialogs/slots/calendar_words.h"
#include "dialogs/slots/day_part.h"
#include "dialogs/slots/delay.h"
#include "dialogs/slots/time_words.h"
#include "dialogs/slots/zone_name.h"

namespace dialogs {
namespace {

using Half = ClockTime::Half;
using Kind = CalendarDay::Kind;

constexpr int kNoon = 12 * kMinutesPerHour;
constexpr int kEvening = 17 * kMinutesPerHour;

/// A reader that walks over the tokens; each take_* reads one kind of expression at `at_`, moves
/// past it and notes what it said, or says no.
class Walk {
 public:
  Walk(const Tokens& tokens, date::local_days today) : tokens_(tokens), today_(today) {}

  TimePhrase run() {
    bool is_first = true;
    while (at_ < tokens_.size()) {
      const std::size_t start = at_;
      if (!take_expression()) {
        at_ = start + 1;
        continue;
      }
      if (is_first) phrase_.first = start;
      is_first = false;
      phrase_.last = at_ - 1;
    }
    settle();
    return std::move(phrase_);
  }

 private:
  bool take_expression() {
    return take_what_is_over() || take_delay() || take_now() || take_anytime() || take_zone() ||
           take_range() || take_exception() || take_part() || take_bound() || take_day() ||
           take_early_or_late() || take_point();
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

  /// "it's past 2 already" tells the time, it asks for none.
  bool take_what_is_over() {
    static const Phrases over(
        "(its|it is|thats|already|its already) (past|after); ya (son|"
        "pasaron|es mas de) las; its now; son las");
    if (!take(over)) return false;
    if (const auto clock = edge_at(at_)) at_ = clock->next;
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
    if (named->zone.empty()) phrase_.is_clinic_zone = true;
    else phrase_.zone = named->zone;
    at_ = named->next;
    return true;
  }

  /// A clock time, noon or midnight.
  std::optional<ClockTime> edge_at(std::size_t at, bool is_led = false) const {
    static const Phrases noon(
        "[12] noon; [el] mediodia; medio dia; midday; las doce del dia; "
        "12 del dia; 12 de la tarde; doce del dia; doce de la tarde");
    static const Phrases midnight(
        "[12] midnight; medianoche; media noche; mid night; 12 at night; "
        "12 de la noche; doce de la noche");
    ClockTime time;
    if (const std::size_t next = noon.after(tokens_, at)) {
      time.hour = 12;
      time.half = Half::evening;
      time.next = next;
      return time;
    }
    if (const std::size_t next = midnight.after(tokens_, at)) {
      time.hour = 24;
      time.next = next;
      return time;
    }
    const auto clock = clock_time_at(tokens_, at);
    if (!clock || (!is_led && words_for_things().begin_at(tokens_, clock->next)))
      return std::nullopt;
    return clock;
  }

  /// "3-5", "between 9 and 11", "de 2 a 4", "3 to 5 pm".
  bool take_range() {
    static const Phrases openings(
        "[any time|anytime|sometime|some time|around|about] (between|"
        "from|btwn|btw|bet|bewteen|betwen|inbetween) [like|about|"
        "around]; [como|mas o menos] (entre|de|desde) [las|la|como las|"
        "las como]; (around|about|las|la)");
    static const Phrases between(
        "[any time|anytime|sometime|some time|around|about] (between|"
        "btwn|btw|bet|bewteen|betwen|inbetween); [como|mas o menos] entre");
    static const Phrases joints(
        "(to|-|till|til|until|through|thru|a|hasta|asta|but before|"
        "and before|/|through to|up to) [like|about|around|las|la|el|"
        "como las|the]; y antes de las; pero antes de las; >");
    static const Phrases and_joints("(and|n|&|y|to|or) [like|about|las|la|el|como las]");
    const std::size_t start = at_;
    const bool is_between = between.begin_at(tokens_, at_);
    const bool is_led = take(openings);
    const auto first = edge_at(at_);
    if (!first) return give_back(start);
    const bool is_date = !is_led && month_day_at(tokens_, at_, today_).has_value();
    at_ = first->next;
    if (is_date || (!take(joints) && !(is_between && take(and_joints)))) return give_back(start);
    const auto last = edge_at(at_);
    if (!last) return give_back(start);
    at_ = last->next;
    if (!has_hours()) range_ = {*first, *last};
    return true;
  }

  /// "after 5", "antes de las 10", "not before noon", "I work till 6".
  bool take_bound() {
    static const Phrases articles("[about|around|like|las|la|el|at|maybe]");
    const std::size_t start = at_;
    const bool is_later = take(words_for_later_than());
    if (!is_later && !take(words_for_earlier_than())) return false;
    take(articles);
    const auto edge = edge_at(at_);
    if (!edge) return give_back(start);
    at_ = edge->next;
    auto& bound = is_later ? later_than_ : earlier_than_;
    if (!bound && !range_ && !point_) bound = *edge;
    static const Phrases onward(
        "onward; onwards; on; en adelante; pa delante; para delante; "
        "or later; o mas tarde; and on");
    if (is_later) take(onward);
    return true;
  }

  /// "not mornings", "any day but monday".
  bool take_exception() {
    static const Phrases openings(
        "(not|except|excluding|besides|other than|but not|just not|excepto|menos|pero no|avoid|"
        "anything but|dont call) [in|on|during|for|en|por] [the|el|los|las|la]; but (in|on|the|"
        "mondays|monday) [the]; no [in|on|during|for|en|por] [the]; no (el|los|por las|en las|"
        "por la|en la)");
    static const Phrases but("but");
    const std::size_t start = at_;
    if (!take(openings) && !(phrase_.is_anytime && take(but))) return false;
    // The words just taken may be the part's or the day's own ("no por la mañana").
    for (std::size_t at = start + 1; at <= at_; ++at) {
      if (const auto part = day_part_at(tokens_, at)) {
        at_ = part->next;
        rule_out(*part);
        return true;
      }
      if (const auto day = calendar_day_at(tokens_, at, today_)) {
        at_ = day->next;
        rule_out(*day);
        return true;
      }
    }
    return give_back(start);
  }

  void rule_out(const DayPart& part) {
    if (part.to <= kNoon) least_from_ = kNoon;
    else if (part.from >= kEvening) most_to_ = kEvening;
    else phrase_.is_negated = true;
  }

  void rule_out(const CalendarDay& day) {
    std::vector<int> rest;
    const auto is_out = [&](int weekday) {
      if (day.kind == Kind::weekday || day.kind == Kind::date) {
        const auto wanted = day.kind == Kind::weekday ? day.weekday : date::weekday(day.first);
        return static_cast<int>(wanted.c_encoding()) == weekday;
      }
      const bool is_weekend = weekday == 0 || weekday == 6;
      if (day.pattern == "weekends") return is_weekend;
      if (day.pattern == "weekdays") return !is_weekend;
      return day.pattern.find(kWeekdayCodes[static_cast<std::size_t>(weekday)]) !=
             std::string::npos;
    };
    for (int weekday = 0; weekday < 7; ++weekday)
      if (!is_out(weekday)) rest.push_back(weekday);
    phrase_.day = CalendarDay::every(weekday_pattern(std::move(rest)), day.next);
  }

  bool take_part() {
    const auto part = day_part_at(tokens_, at_);
    if (!part) return false;
    // "mañana" by itself is tomorrow, "por la mañana" the morning.
    if (tokens_[at_].form == "manana") return false;
    at_ = part->next;
    if (part->days == DayPart::Days::today) note(CalendarDay::on(today_, at_));
    else if (part->days != DayPart::Days::unsaid)
      note(
          CalendarDay::every(part->days == DayPart::Days::weekdays ? "weekdays" : "weekends", at_));
    note(*part);
    return true;
  }

  /// The first part counts, unless the next one narrows it or goes on from it.
  void note(const DayPart& part) {
    if (!part_) {
      part_ = part;
      return;
    }
    const bool is_inside = part.from >= part_->from && part.to <= part_->to;
    const bool goes_on = part.from == part_->to || part.to == part_->from;
    if (is_inside) {
      part_->from = part.from;
      part_->to = part.to;
    } else if (goes_on) {
      part_->from = std::min(part_->from, part.from);
      part_->to = std::max(part_->to, part.to);
      part_->half = Half::unknown;
    }
  }

  bool take_day() {
    static const Phrases everyday("sun; sat; mar; may; dom; tom; pasado; mart; sep; ago");
    constexpr std::size_t kShortText = 6;  // in a longer one these are words and names
    if (everyday.begin_at(tokens_, at_) && tokens_.size() > kShortText) return false;
    const auto day = calendar_day_at(tokens_, at_, today_);
    if (!day || day->next == at_) return false;
    const std::size_t start = at_;
    at_ = day->next;
    take_day_number(*day) ? void() : note(*day, start);
    return true;
  }

  /// "el viernes 20": the number that fits the weekday is its date.
  bool take_day_number(const CalendarDay& day) {
    constexpr std::size_t kDigits = 2;
    if (day.kind != Kind::weekday || at_ >= tokens_.size() ||
        tokens_[at_].kind != Token::Kind::number || tokens_[at_].form.size() != kDigits)
      return false;
    const auto number = static_cast<unsigned>(std::stoi(tokens_[at_].form));
    for (auto date = today_; date < today_ + date::days(62); date += date::days(1)) {
      const bool is_it = date::year_month_day(date).day() == date::day(number) &&
                         date::weekday(date) == day.weekday;
      if (!is_it || number <= 12) continue;
      note(CalendarDay::on(date, ++at_));
      return true;
    }
    return false;
  }

  void note(const CalendarDay& day, std::optional<std::size_t> start = {}) {
    static const Phrases joints("or; o; and; y; or maybe; o el; y el; /; & ");
    auto& noted = phrase_.day;
    const bool is_joined = start && joints.end_before(tokens_, *start);
    const bool is_both_dated = noted && noted->kind == Kind::date && day.kind == Kind::date;
    if (!noted || noted->kind == Kind::past ||
        (noted->kind == Kind::pattern && noted->pattern == "any")) {
      noted = day;
    } else if (noted->kind == Kind::weekday &&
               (day.kind == Kind::date || day.kind == Kind::invalid) && !is_joined) {
      noted = day;  // "friday the 20th"
    } else if (noted->kind == Kind::range && day.kind == Kind::weekday) {
      noted = CalendarDay::on(monday_of(noted->first) + (day.weekday - date::Monday), day.next);
    } else if (is_both_dated && is_joined) {
      noted = CalendarDay::between(std::min(noted->first, day.first),
                                   std::max(noted->last, day.last), day.next);
    }
  }

  bool take_early_or_late() {
    static const Phrases early("early"), late("late"), not_a_time("night");
    const bool is_early = take(early);
    if (!is_early && !take(late)) return false;
    (is_early ? is_early_ : is_late_) = true;
    return is_early;
  }

  /// "3pm", "at 3", "a las 3", "around 3", "como a las 3", or a bare number of a short text.
  bool take_point() {
    static const Phrases leads(
        "at [the]; @; (a|para) (las|la); las; la; by; say; maybe; "
        "tal vez a las; for; is; x las");
    static const Phrases not_hours(
        "im; i am; age; aged; am; tengo; have; turned; turn; is; room; "
        "apt; unit; grade; chapter; hes; shes; he is; she is; tiene; "
        "cumpli; su; # ; hace; for; los; suite; edad; year; zip; code; "
        "only; and; with; took; drank; llevo; con; nivel; past; since; "
        "over");
    const std::size_t start = at_;
    const bool is_about = take(words_for_about());
    const bool is_led = take(leads) || (is_about && at_ > start + 1);
    const bool is_about_after = take(words_for_about());
    const auto clock = edge_at(at_, is_led);
    if (!clock) return give_back(start);
    const bool is_marked =
        clock->half != Half::unknown || clock->is_about || clock->minute > 0 || clock->hour == 24;
    const bool is_age = !is_led && !is_about && !is_marked && not_hours.end_before(tokens_, start);
    constexpr std::size_t kShortText = 8;
    const bool is_sure =
        is_led || is_about || is_marked || tokens_.size() <= kShortText || phrase_.day || part_;
    static const Phrases small_words("one; un; una; uno; once; a");
    const bool is_small_word =
        !is_led && !is_marked && small_words.begin_at(tokens_, at_) && tokens_.size() > 2;
    if (is_age || !is_sure || is_small_word || clock->hour == 0) return give_back(start);
    at_ = clock->next;
    note(*clock, is_about || is_about_after || clock->is_about);
    return true;
  }

  void note(const ClockTime& clock, bool is_about) {
    static const Phrases later(
        "or (later|after|past); onward; onwards; and (later|after|on|"
        "onward|up); o mas tarde; o despues; en adelante; pa delante; "
        "para delante; +; on; y mas tarde; pa arriba; forward");
    static const Phrases earlier(
        "or (earlier|before|sooner); and (earlier|before); o antes; "
        "pa atras");
    const bool is_later = take(later), is_earlier = !is_later && take(earlier);
    if (has_hours()) return;
    if (is_later) later_than_ = clock;
    else if (is_earlier) earlier_than_ = clock;
    else point_ = clock;
    phrase_.is_about = is_about && point_.has_value();
  }

  bool has_hours() const { return range_ || point_ || later_than_ || earlier_than_; }

  /// Minutes of a written time; a bare hour is in the half of the day that the text speaks of.
  int minutes_of(const ClockTime& clock) const {
    const bool is_bare = clock.half == Half::unknown && clock.hour <= 12;
    return is_bare && part_ && part_->half != Half::unknown ? clock.minutes_as(part_->half)
                                                            : clock.minutes();
  }

  /// A clock time says more than a part of the day beside it.
  void settle() {
    apply_early_or_late();
    if (point_) {
      phrase_.is_point = true;
      phrase_.from = minutes_of(*point_);
    } else if (range_) {
      settle_range(range_->first, range_->second);
    } else if (later_than_ || earlier_than_) {
      if (later_than_) phrase_.from = minutes_of(*later_than_);
      if (earlier_than_) phrase_.to = minutes_of(*earlier_than_);
      const bool is_turned = phrase_.from && phrase_.to && *phrase_.to <= *phrase_.from;
      if (is_turned) phrase_.to = earlier_than_->minutes_as(Half::evening);
      const auto inside = [&](const std::optional<int>& minute) {
        return part_ && minute && *minute >= part_->from && *minute <= part_->to;
      };
      if (!earlier_than_ && inside(phrase_.from))
        phrase_.to = part_->to;  // "in the afternoon after 3"
      if (!later_than_ && inside(phrase_.to)) phrase_.from = part_->from;
    } else if (part_) {
      phrase_.from = part_->from;
      phrase_.to = part_->to;
    }
    if (least_from_) phrase_.from = std::max(phrase_.from.value_or(0), *least_from_);
    if (most_to_) phrase_.to = std::min(phrase_.to.value_or(*most_to_), *most_to_);
  }

  /// "early tomorrow morning", "late friday afternoon".
  void apply_early_or_late() {
    constexpr int kEarlyMinutes = 2 * kMinutesPerHour;
    if (is_early_ && !part_ && !has_hours())
      part_ = DayPart{kCallsBegin, kCallsBegin + kEarlyMinutes, Half::morning, {}, 0};
    else if (is_early_ && part_ && (part_->from == kCallsBegin || part_->from == kEvening))
      part_->to = std::min(part_->to, part_->from + kEarlyMinutes);
    else if (is_late_ && part_ && part_->from == kNoon && part_->to == kEvening)
      part_->from = kEvening - kEarlyMinutes;
  }

  /// A bare hour takes the half that makes a range run forward; a written half governs both ends
  /// where that does.
  void settle_range(const ClockTime& first, const ClockTime& last) {
    int from = minutes_of(first), to = minutes_of(last);
    const bool has_first = first.half != Half::unknown, has_last = last.half != Half::unknown;
    if (!has_first && has_last) {
      from = first.minutes_as(last.half);
      if (from >= to) from = first.minutes_as(Half::morning);
    } else if (has_first && !has_last) {
      to = last.minutes_as(first.half);
    } else if (!has_first && part_ && to <= from) {
      from = first.minutes();
    }
    if (to <= from) to = last.minutes_as(Half::evening);
    phrase_.from = from;
    phrase_.to = to;
  }

  const Tokens& tokens_;
  const date::local_days today_;
  TimePhrase phrase_;
  std::size_t at_ = 0;
  std::optional<ClockTime> point_, later_than_, earlier_than_;
  std::optional<std::pair<ClockTime, ClockTime>> range_;
  std::optional<DayPart> part_;
  std::optional<int> least_from_, most_to_;
  bool is_early_ = false, is_late_ = false;
};

}  // namespace

TimePhrase time_phrase_of(const Tokens& tokens, date::local_days today) {
  return Walk(tokens, today).run();
}

}  // namespace dialogs
