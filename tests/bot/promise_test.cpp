#include "bot/desk/promise.h"

#include <doctest/doctest.h>

#include "bot/desk/calling_order.h"
#include "bot/service/callback_json.h"
#include "tests/bot/moment.h"

using bot::PromiseState;
using tests::kLosAngeles;
using tests::moment;
using tests::on_clock;

namespace {

constexpr int kHour = 60;

/// Monday to Friday 8 to 6, Saturday 9 to 1, no Sunday; Christmas is a holiday.
bot::DeskRules office() {
  bot::DeskRules rules;
  const bot::BusinessHours::Span weekday{8 * kHour, 18 * kHour};
  rules.hours.days = {{{0, 0}, weekday, weekday, weekday, weekday, weekday,
                       {9 * kHour, 13 * kHour}}};
  rules.hours.holidays = {"2026-12-25"};
  return rules;
}

std::string due(const std::optional<dialogs::CallbackTime>& time, const std::string& now,
                bool urgent = false) {
  return on_clock(bot::promise_at({time, kLosAngeles, urgent}, office(), moment(now)).due_ms);
}

}  // namespace

TEST_CASE("business hours: time goes by only while the desk is staffed") {
  struct Row {
    const char* from;
    int minutes;
    const char* expected;
  };
  const std::vector<Row> table = {{"2026-03-12 10:00", 60, "2026-03-12 11:00"},
                                  {"2026-03-12 17:30", 60, "2026-03-13 08:30"},
                                  {"2026-03-12 17:00", 60, "2026-03-12 18:00"},
                                  {"2026-03-12 03:00", 60, "2026-03-12 09:00"},
                                  {"2026-03-13 17:30", 60, "2026-03-14 09:30"},
                                  {"2026-03-14 12:30", 60, "2026-03-16 08:30"},
                                  {"2026-03-15 12:00", 1, "2026-03-16 08:01"},
                                  {"2026-12-24 17:30", 60, "2026-12-26 09:30"},
                                  {"2026-03-12 10:00", 0, "2026-03-12 10:00"},
                                  {"2026-03-12 08:00", 20 * 60, "2026-03-13 18:00"},
                                  // Over the change of the clocks on Sunday, 8 March.
                                  {"2026-03-07 12:30", 60, "2026-03-09 08:30"}};
  for (const auto& [from, minutes, expected] : table) {
    CAPTURE(from);
    CHECK(on_clock(office().hours.after(moment(from), minutes)) == expected);
  }
  bot::BusinessHours never;
  never.days = {};
  CHECK(never.after(1000, 1) == 61'000);
  // Around the clock, the night of the change has an hour less.
  CHECK(on_clock(bot::BusinessHours{}.after(moment("2026-03-08 01:30"), 60)) ==
        "2026-03-08 03:30");
}

TEST_CASE("promise: soon means within business time; a window means within the window") {
  CHECK(due({}, "2026-03-12 14:30") == "2026-03-12 15:30");
  CHECK(due({}, "2026-03-12 19:30") == "2026-03-13 09:00");
  CHECK(due({}, "2026-03-12 03:00") == "2026-03-12 09:00");
  CHECK(due({{"2026-03-13", "10:00", "11:00"}}, "2026-03-12 14:30") == "2026-03-13 11:00");
  CHECK(due({{"weekdays", "17:00", "20:00"}}, "2026-03-12 14:30") == "2026-03-12 20:00");
  // The window is open already: soon, and within it.
  CHECK(due({{"2026-03-12", "14:30", "21:00"}}, "2026-03-12 14:30") == "2026-03-12 15:30");
  CHECK(due({{"2026-03-12", "14:00", "15:00"}}, "2026-03-12 14:30") == "2026-03-12 15:00");
  // Danger does not wait for business hours.
  CHECK(due({}, "2026-03-12 03:00", true) == "2026-03-12 03:10");
}

TEST_CASE("promise: what was told, in the coordinators' words") {
  const auto told = [](const std::optional<dialogs::CallbackTime>& time) {
    return bot::promise_at({time, kLosAngeles, false}, office(), moment("2026-03-12 14:30")).told;
  };
  CHECK(told({}) == "as soon as a coordinator is free");
  CHECK(told({{"any", "08:00", "21:00"}}) == "any day, 8 am to 9 pm");
  CHECK(told({{"weekdays", "17:30", "21:00"}}) == "weekdays, 5:30 pm to 9 pm");
  CHECK(told({{"2026-03-13", "10:00", "12:00"}}) == "Fri Mar 13, 10 am to 12 pm");
  CHECK(told({{"2026-03-13/2026-03-14", "10:00", "12:00"}}) ==
        "Fri Mar 13 to Sat Mar 14, 10 am to 12 pm");
}

TEST_CASE("promise: kept by the first attempt in time; a missed one stays missed") {
  constexpr std::int64_t kDue = 1000;
  CHECK(bot::promise_state(kDue, 0, false, 1000) == PromiseState::open);
  CHECK(bot::promise_state(kDue, 0, false, 1001) == PromiseState::missed);
  CHECK(bot::promise_state(kDue, 1000, false, 5000) == PromiseState::kept);
  CHECK(bot::promise_state(kDue, 1001, false, 5000) == PromiseState::missed);
  CHECK(bot::promise_state(kDue, 900, true, 950) == PromiseState::missed);
}

TEST_CASE("attempt ladder: each outcome has its waits, the last for all that follow") {
  using bot::Outcome;
  const bot::AttemptLadder ladder{3, {15, 60}, {5}, {240, 1440}};
  const auto minutes = [&](Outcome outcome, int tries) {
    return ladder.not_before_ms(outcome, tries, 0) / bot::kMsOfMinute;
  };
  CHECK(minutes(Outcome::no_answer, 1) == 15);
  CHECK(minutes(Outcome::no_answer, 2) == 60);
  CHECK(minutes(Outcome::no_answer, 9) == 60);
  CHECK(minutes(Outcome::busy, 2) == 5);
  CHECK(minutes(Outcome::voicemail, 1) == 240);
  CHECK(minutes(Outcome::voicemail_not_allowed, 1) == 15);
  CHECK_FALSE(ladder.is_exhausted(2));
  CHECK(ladder.is_exhausted(3));
}

TEST_CASE("calling order: why a callback stands where it stands") {
  const auto now = moment("2026-03-12 14:30");
  const auto ago = [&](int minutes) { return now - minutes * bot::kMsOfMinute; };
  const auto why = [&](const bot::Place& place) { return bot::reason(place, kLosAngeles, now); };
  const auto due = moment("2026-03-12 17:00"), tomorrow = moment("2026-03-13 09:00");
  using enum PromiseState;
  CHECK(why({true, false, ago(6), 0, due, open, false, 0}) == "crisis, 6 min");
  CHECK(why({true, true, ago(6), tomorrow, due, open, true, 0}) ==
        "crisis, 6 min, opens tomorrow at 9 am");
  CHECK(why({false, false, ago(12), 0, due, open, false, 0}) == "waiting 12 min");
  CHECK(why({false, false, ago(12), 0, due, open, true, 0}) == "promised by 5 pm");
  CHECK(why({false, false, ago(150), 0, ago(90), missed, false, 0}) ==
        "promise missed, waiting 2 h");
  CHECK(why({false, true, ago(12), due, due, open, true, 0}) == "opens at 5 pm");
  CHECK(why({false, true, ago(12), tomorrow, due, kept, true, 1}) ==
        "call again tomorrow at 9 am");
  CHECK(why({false, false, ago(3 * 24 * 60), 0, due, kept, true, 2}) == "waiting 3 days");
  CHECK(bot::moment_words(kLosAngeles, moment("2026-03-17 09:05"), now) == "Tue at 9:05 am");
  CHECK(bot::moment_words(kLosAngeles, moment("2026-03-27 12:00"), now) == "Mar 27 at 12 pm");
}

TEST_CASE("promise: what was settled in time before anybody called is not missed later") {
  bot::Callback callback;
  callback.promise.due_ms = 200;
  CHECK(bot::promise_of(callback, 300) == bot::PromiseState::missed);
  callback.ended_at_ms = 100;
  callback.updated_at_ms = 290;  // a note was written on it afterwards
  CHECK(bot::promise_of(callback, 300) == bot::PromiseState::open);
  callback.ended_at_ms = 250;
  CHECK(bot::promise_of(callback, 300) == bot::PromiseState::missed);
}
