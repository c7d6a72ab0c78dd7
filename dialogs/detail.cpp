#include "dialogs/detail.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "dialogs/callback_window.h"
#include "dialogs/describe.h"
#include "dialogs/form.h"
#include "dialogs/lead.h"
#include "dialogs/request.h"
#include "dialogs/topics.h"
#include "knowledge/normalize.h"

namespace dialogs {
namespace {

constexpr const char* kRelation = "relation";  ///< a kind of knowledge/entities

bool lead_is_current(const Session& session) {
  return session.flow.empty() && has_open_lead(session);
}

/// Where details live now: the stored request once there is one and no form is open.
Slots& current_slots(Session& session) {
  return lead_is_current(session) ? session.lead->fields : session.slots;
}

/// A later word on these replaces an earlier one; a name or a relation named in passing does not.
bool newest_wins(SlotKind kind) {
  return kind == SlotKind::phone || kind == SlotKind::email || kind == SlotKind::insurer ||
         kind == SlotKind::callback_time;
}

/// "Make it 4 pm" after "tomorrow at 10" leaves the day as it was.
SlotValue beside_given(const Move& move, const Slots& given, const std::string& slot,
                       SlotValue value) {
  const auto before = given.find(slot);
  const auto* later = std::get_if<CallbackTime>(&value);
  if (!later || before == given.end()) return value;
  return with_standing_day(std::get<CallbackTime>(before->second), *later, move.input.text,
                           move.now.utc_ms, move.script.clinic.zone);
}

void store(Move& move, const std::string& slot, SlotValue value) {
  Session& session = move.session();
  const bool in_lead = lead_is_current(session);
  value = beside_given(move, current_slots(session), slot, std::move(value));
  current_slots(session)[slot] = value;
  session.slots[slot] = std::move(value);
  std::erase(session.skipped, slot);
  std::erase(session.again, slot);
  if (in_lead) mark_updated(move);
}

/// "My son drinks, can I start this for him?": who asks on another's behalf has said for whom.
std::optional<Detail> loved_one_spoken_of(const Move& move) {
  if (!asks_for(move, kHelpForLovedOne)) return std::nullopt;
  std::set<std::string> named;
  for (const knowledge::Entity& entity : move.input.understanding.entities)
    if (entity.kind == kRelation && move.script.texts.relations.contains(entity.id))
      named.insert(entity.id);
  if (named.size() != 1) return std::nullopt;
  return Detail{SlotKind::for_whom, ForWhom{false, *named.begin()}};
}

/// A time in a story ("he drinks every night") is no time to call: one counts in a form, beside a
/// name or a number, or with the wish for a call. After danger only what reaches the visitor does.
bool counts(const Move& move, const Detail& detail, const std::vector<Detail>& stated) {
  const bool reaches = detail.kind == SlotKind::phone || detail.kind == SlotKind::email;
  if (move.back == Return::after_danger) return reaches;
  if (detail.kind != SlotKind::callback_time) return true;
  if (pending(move) || has_open_lead(move.session())) return true;
  if (asks_for(move, kRequestCallback)) return true;
  return std::any_of(stated.begin(), stated.end(), [](const Detail& other) {
    return other.kind == SlotKind::phone || other.kind == SlotKind::name;
  });
}

/// A domain that is likely mistyped is taken, and shown once more.
void doubt_email(Move& move, const std::vector<std::string>& slots) {
  if (std::find(slots.begin(), slots.end(), "email") == slots.end()) return;
  const auto email = move.session().slots.find("email");
  if (email == move.session().slots.end()) return;
  if (is_likely_mistyped(std::get<std::string>(email->second)))
    say(move, ReplyKind::info, move.script.texts.check_email);
}

}  // namespace

std::vector<std::string> take_details(Move& move, std::string_view except) {
  std::vector<std::string> taken;
  auto stated = volunteered(move.input.text, move.slot_context());
  if (auto loved_one = loved_one_spoken_of(move)) stated.push_back(*std::move(loved_one));
  for (Detail& detail : stated) {
    const std::string slot(name_of(detail.kind));
    if (slot == except || !counts(move, detail, stated)) continue;
    const Slots& slots = current_slots(move.session());
    const auto known = slots.find(slot);
    const auto& again = move.session().again;
    const bool is_awaited = std::find(again.begin(), again.end(), slot) != again.end();
    const bool stands = known != slots.end() && !is_awaited;
    if (stands && (!newest_wins(detail.kind) || known->second == detail.value)) continue;
    store(move, slot, std::move(detail.value));
    taken.push_back(slot);
  }
  move.given.insert(move.given.end(), taken.begin(), taken.end());
  return taken;
}

bool says_when_to_call(const Move& move, const std::vector<std::string>& taken) {
  static const RE2 call_me(
      R"(\b(?:call|phone|ring|reach|contact|dial) me\b|\bgive me a (?:call|ring)\b)"
      R"(|\b(?:llame|llamen|marque|marquen|hable|hablen)me\b|\bme (?:llame|marque|hable)n?\b)");
  return std::find(taken.begin(), taken.end(), "callback_time") != taken.end() &&
         RE2::PartialMatch(knowledge::normalize(move.input.text), call_me);
}

void say_noted(Move& move, const std::vector<std::string>& slots) {
  if (slots.empty()) return;
  const std::string list = details(move, slots);
  if (list.empty()) return;
  say(move, ReplyKind::info, move.script.texts.noted,
      [&](std::string_view name) { return name == "details" ? list : std::string(); });
  doubt_email(move, slots);
}

bool take_correction(Move& move) {
  auto detail =
      corrected(move.input.text, current_slots(move.session()), move.slot_context());
  if (!detail) return false;
  const State* state = pending(move);
  if (state && state->slot == name_of(detail->kind)) return false;
  store(move, std::string(name_of(detail->kind)), std::move(detail->value));
  say_changed(move, {std::string(name_of(detail->kind))});
  return true;
}

bool change_detail(Move& move, SlotKind kind, SlotValue value) {
  const std::string slot(name_of(kind));
  const Slots& given = current_slots(move.session());
  const auto known = given.find(slot);
  if (known == given.end() || known->second == value) return false;
  store(move, slot, std::move(value));
  say_changed(move, {slot});
  return true;
}

void say_changed(Move& move, const std::vector<std::string>& slots) {
  move.session().misses = 0;
  move.turn.topics.push_back(kChangeDetails);
  const std::string list = details(move, slots);
  say(move, ReplyKind::info, move.script.texts.changed, [&](std::string_view name) {
    return name == "details" ? list : std::string();
  }).topic = kChangeDetails;
  doubt_email(move, slots);
}

}  // namespace dialogs
