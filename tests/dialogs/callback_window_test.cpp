#include "dialogs/callback_window.h"

#include <doctest/doctest.h>

#include <string>

using dialogs::CallbackTime;

namespace {

constexpr std::int64_t kNowMs = 1'773'351'000'000;  // Thursday, 12 March 2026, 2:30 pm there:
const std::string kZone = "America/Los_Angeles";

bool gone(const char* day, const char* to) {
  return dialogs::has_gone_by({day, "08:00", to}, kNowMs, kZone);
}

CallbackTime after(const CallbackTime& earlier, const CallbackTime& later, const char* said) {
  return dialogs::with_standing_day(earlier, later, said, kNowMs, kZone);
}

}  // namespace

TEST_CASE("callback window: gone by when its last moment is past, in the clinic's zone") {
  CHECK(gone("2026-03-11", "21:00"));
  CHECK(gone("2026-03-12", "14:30"));
  CHECK(!gone("2026-03-12", "14:31"));
  CHECK(!gone("2026-03-13", "09:00"));
  CHECK(gone("2026-03-09/2026-03-11", "21:00"));
  CHECK(!gone("2026-03-09/2026-03-13", "21:00"));
}

TEST_CASE("callback window: days that come again are never gone by") {
  for (const char* day : {"any", "weekdays", "weekends", "mon", "mon,fri", ""})
    CHECK_MESSAGE(!gone(day, "09:00"), day);
}

TEST_CASE("callback window: a new hour leaves the day as it was") {
  const CallbackTime tomorrow{"2026-03-13", "10:00", "11:00"};
  const CallbackTime four{"any", "16:00", "17:00"};
  CHECK(after(tomorrow, four, "make it 4pm") == CallbackTime{"2026-03-13", "16:00", "17:00"});
  CHECK(after({"weekdays", "17:00", "21:00"}, four, "mejor a las 4").day == "weekdays");
}

TEST_CASE("callback window: a day that was named replaces the other, and so does any day") {
  const CallbackTime tomorrow{"2026-03-13", "10:00", "11:00"};
  const CallbackTime monday{"2026-03-16", "08:00", "12:00"};
  CHECK(after(tomorrow, monday, "monday morning") == monday);
  const CallbackTime four{"any", "16:00", "17:00"};
  CHECK(after(tomorrow, four, "any day at 4") == four);
  CHECK(after(tomorrow, four, "cualquier día a las 4") == four);
}

TEST_CASE("callback window: a day at which that hour is past does not stand") {
  const CallbackTime today{"2026-03-12", "18:00", "19:00"};
  const CallbackTime nine{"any", "09:00", "10:00"};
  CHECK(after(today, nine, "9am") == nine);
}
