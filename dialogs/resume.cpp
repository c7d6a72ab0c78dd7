#include "dialogs/resume.h"

#include <date/tz.h>

#include <algorithm>
#include <chrono>

#include "dialogs/command.h"
#include "dialogs/form.h"
#include "dialogs/walk.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

constexpr std::int64_t kHourMs = 60 * 60 * 1000;
constexpr std::int64_t kAwayMs = 2 * kHourMs;  ///< a form that lay longer is taken up with a word
constexpr std::int64_t kDayMs = 24 * kHourMs;  ///< after this we ask first

/// Whether the window ended before now. Days that come again ("weekdays") never do.
bool has_gone_by(const CallbackTime& time, const Move& move) {
  constexpr std::size_t kDateLength = 10;  // 2026-03-12
  if (time.day.size() < kDateLength || time.day[4] != '-') return false;
  const std::string last_day = time.day.substr(time.day.size() - kDateLength);
  const auto now = date::make_zoned(
      move.script.clinic.zone,
      date::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(move.now.utc_ms)));
  return last_day + " " + time.to <= date::format("%F %H:%M", now);
}

/// A time that has gone by is no answer any more.
void forget_past_times(Move& move) {
  Session& session = move.session();
  const auto erased = std::erase_if(session.slots, [&](const auto& slot) {
    const auto* time = std::get_if<CallbackTime>(&slot.second);
    return time && has_gone_by(*time, move);
  });
  if (erased == 0) return;
  move.time_has_gone_by = true;
  return_to_first_open(move);
}

}  // namespace

void take_up(Move& move) {
  Session& session = move.session();
  if (session.flow.empty()) return;
  const std::int64_t away_ms =
      session.last_at_ms > 0 ? move.now.utc_ms - session.last_at_ms : 0;
  if (away_ms > kDayMs && !session.resting) {
    session.resting = true;
    session.misses = 0;
    move.back = Return::after_a_day;
  } else if (move.back == Return::after_danger) {
    say(move, ReplyKind::info, move.script.texts.resumed);
  } else if (away_ms > kAwayMs && !session.resting) {
    move.back = Return::after_hours;
    say(move, ReplyKind::info, move.script.texts.welcome_back);
  }
  if (away_ms > kAwayMs) forget_past_times(move);
}

void wake(Move& move) {
  move.session().resting = false;
  move.session().misses = 0;
}

bool answer_resting(Move& move) {
  if (move.back == Return::after_a_day) return false;  // it was not asked yet
  const auto answer = read_slot(SlotKind::yes_no, move.input.text, move.slot_context());
  if (answer.value && std::get<std::string>(*answer.value) == "no") {
    abandon(move);
    say(move, ReplyKind::answer, move.script.texts.form_cancelled);
    return true;
  }
  const bool go_on = answer.value ||
                     command(knowledge::normalize(move.input.text)) == Command::go_on;
  if (go_on) wake(move);
  return go_on;
}

}  // namespace dialogs
