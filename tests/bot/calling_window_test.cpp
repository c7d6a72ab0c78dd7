#include "bot/desk/calling_window.h"

#include <doctest/doctest.h>

#include "bot/desk/calling_order.h"
#include "tests/bot/moment.h"

using bot::CallWish;
using tests::kLosAngeles;
using tests::kNewYork;
using tests::moment;
using tests::on_clock;

namespace {

using Time = std::optional<dialogs::CallbackTime>;

constexpr const char* kHonolulu = "Pacific/Honolulu";

std::string opening(const Time& time, const std::string& zone, const std::string& now,
                    bool urgent = false) {
  const auto found = bot::next_opening({time, zone, urgent}, kLosAngeles, moment(now));
  return on_clock(found.from_ms) + " - " + on_clock(found.to_ms).substr(11);
}

}  // namespace

TEST_CASE("calling window: what the visitor asked for, on the clinic's clock") {
  struct Row {
    Time time;
    const char* zone;
    const char* now;  ///< Thursday is 2026-03-12
    const char* expected;
  };
  const auto* here = "America/Los_Angeles";
  const std::vector<Row> table = {
      // No window: 8 am to 9 pm where the visitor is.
      {{}, here, "2026-03-12 03:30", "2026-03-12 08:00 - 21:00"},
      {{}, here, "2026-03-12 14:30", "2026-03-12 08:00 - 21:00"},
      {{}, here, "2026-03-12 20:59", "2026-03-12 08:00 - 21:00"},
      {{}, here, "2026-03-12 21:00", "2026-03-13 08:00 - 21:00"},
      {{}, "America/New_York", "2026-03-12 03:30", "2026-03-12 05:00 - 18:00"},
      {{}, "America/New_York", "2026-03-12 18:00", "2026-03-13 05:00 - 18:00"},
      {{}, kHonolulu, "2026-03-12 03:30", "2026-03-12 11:00 - 00:00"},
      // A date.
      {{{"2026-03-13", "10:00", "11:00"}}, here, "2026-03-12 14:30", "2026-03-13 10:00 - 11:00"},
      {{{"2026-03-13", "10:00", "11:00"}}, here, "2026-03-13 10:59", "2026-03-13 10:00 - 11:00"},
      {{{"2026-03-14/2026-03-16", "09:00", "12:00"}}, here, "2026-03-14 12:00",
       "2026-03-15 09:00 - 12:00"},
      // Now, at night: the visitor asked for it.
      {{{"2026-03-12", "23:10", "23:59"}}, here, "2026-03-12 23:10", "2026-03-12 23:10 - 23:59"},
      // A date that has gone by: the hours in which anybody may be called.
      {{{"2026-03-12", "10:00", "11:00"}}, here, "2026-03-12 11:00", "2026-03-12 08:00 - 21:00"},
      {{{"2026-03-12", "10:00", "11:00"}}, here, "2026-03-12 22:00", "2026-03-13 08:00 - 21:00"},
      // Days that come again.
      {{{"any", "08:00", "21:00"}}, here, "2026-03-12 14:30", "2026-03-12 08:00 - 21:00"},
      {{{"weekdays", "17:00", "21:00"}}, here, "2026-03-12 14:30", "2026-03-12 17:00 - 21:00"},
      {{{"weekdays", "17:00", "21:00"}}, here, "2026-03-13 21:00", "2026-03-16 17:00 - 21:00"},
      {{{"weekends", "09:00", "12:00"}}, here, "2026-03-12 14:30", "2026-03-14 09:00 - 12:00"},
      {{{"mon,wed", "09:00", "12:00"}}, here, "2026-03-12 14:30", "2026-03-16 09:00 - 12:00"},
      // 8 am in New York is 5 am at the clinic; 9 pm there is 6 pm.
      {{{"any", "04:00", "20:00"}}, "America/New_York", "2026-03-12 04:30",
       "2026-03-12 05:00 - 18:00"}};
  for (const auto& [time, zone, now, expected] : table) {
    CAPTURE(now);
    CAPTURE(zone);
    CHECK(opening(time, zone, now) == expected);
  }
}

TEST_CASE("calling window: the clocks change on 8 March and 1 November 2026") {
  const Time early = {{"any", "08:00", "09:00"}};
  CHECK(opening(early, kLosAngeles, "2026-03-07 12:00") == "2026-03-08 08:00 - 09:00");
  CHECK(opening(early, kLosAngeles, "2026-10-31 12:00") == "2026-11-01 08:00 - 09:00");
  // A window of a weekday before and after the change keeps its hour on the clock.
  const Time sunday = {{"sun", "10:00", "11:00"}};
  CHECK(opening(sunday, kLosAngeles, "2026-03-01 11:00") == "2026-03-08 10:00 - 11:00");
  // Phoenix keeps standard time: an hour behind Denver in summer, level with Los Angeles.
  CHECK(opening({}, "America/Phoenix", "2026-03-07 22:00") == "2026-03-08 08:00 - 21:00");
  CHECK(opening({}, "America/Phoenix", "2026-03-06 22:00") == "2026-03-07 07:00 - 20:00");
  // 2:30 am does not exist on 8 March: the moment of the change stands in.
  const auto gap = bot::next_opening({{{"2026-03-08", "02:30", "03:30"}}, kLosAngeles, false},
                                     kLosAngeles, moment("2026-03-07 12:00"));
  CHECK(on_clock(gap.from_ms) == "2026-03-08 03:00");
  // 1:30 am comes twice on 1 November: the first.
  const auto twice = bot::next_opening({{{"2026-11-01", "01:30", "03:00"}}, kLosAngeles, false},
                                       kLosAngeles, moment("2026-10-31 12:00"));
  CHECK(twice.to_ms - twice.from_ms == 150 * bot::kMsOfMinute);
}

TEST_CASE("calling window: what cannot be is read as no window, and never throws") {
  const auto now = moment("2026-03-12 14:30");
  for (const dialogs::CallbackTime& bad : std::vector<dialogs::CallbackTime>{
           {"", "", ""}, {"2026-02-30", "10:00", "11:00"}, {"any", "11:00", "10:00"},
           {"any", "1000", "1100"}, {"any", "25:00", "26:00"}, {"never", "10:00", "11:00"},
           {"2026-03-13/x", "10:00", "11:00"}, {"9999-99-99", "10:00", "11:00"}}) {
    CAPTURE(bad.day);
    const auto found = bot::next_opening({bad, kLosAngeles, false}, kLosAngeles, now);
    CHECK_FALSE(found.is_asked_for);
    CHECK(on_clock(found.from_ms) == "2026-03-12 08:00");
  }
  const auto nowhere = bot::next_opening({{}, "Mars/Olympus", false}, kLosAngeles, now);
  CHECK(on_clock(nowhere.from_ms, "Etc/UTC") == "2026-03-13 08:00");
}

TEST_CASE("calling window: after danger anybody is called at once, unless they named a time") {
  const auto night = moment("2026-03-12 03:30");
  CHECK(bot::next_opening({{}, kLosAngeles, true}, kLosAngeles, night).from_ms == night);
  CHECK(opening({{"2026-03-12", "10:00", "11:00"}}, kLosAngeles, "2026-03-12 03:30", true) ==
        "2026-03-12 10:00 - 11:00");
}

TEST_CASE("calling window: a callback sleeps until its window opens and its wait is over") {
  const bot::DeskRules rules;
  const CallWish evenings{{{"weekdays", "17:00", "21:00"}}, kLosAngeles, false};
  const auto waits = [&](const std::string& now, const std::string& not_before = {}) {
    const auto waiting = bot::waiting_at(evenings, rules,
                                         not_before.empty() ? 0 : moment(not_before), moment(now));
    return std::string(waiting.asleep ? "sleeps until " : "awake until ") +
           on_clock(waiting.turns_at_ms);
  };
  CHECK(waits("2026-03-12 14:30") == "sleeps until 2026-03-12 17:00");
  CHECK(waits("2026-03-12 17:00") == "awake until 2026-03-12 21:00");
  CHECK(waits("2026-03-12 20:59") == "awake until 2026-03-12 21:00");
  CHECK(waits("2026-03-12 21:00") == "sleeps until 2026-03-13 17:00");
  CHECK(waits("2026-03-12 17:05", "2026-03-12 18:05") == "sleeps until 2026-03-12 18:05");
  CHECK(waits("2026-03-12 20:30", "2026-03-12 21:30") == "sleeps until 2026-03-13 17:00");
}

TEST_CASE("calling window: the wish is read from what a callback holds") {
  const dialogs::Slots fields = {{"callback_time", dialogs::CallbackTime{"any", "09:00", "10:00"}},
                                 {"zone", std::string(kNewYork)}};
  const auto wish = CallWish::of(fields, true, kLosAngeles);
  CHECK(wish.time == dialogs::CallbackTime{"any", "09:00", "10:00"});
  CHECK(wish.visitor_zone == kNewYork);
  CHECK(wish.urgent);
  CHECK(CallWish::of({}, false, kLosAngeles).visitor_zone == kLosAngeles);
}
