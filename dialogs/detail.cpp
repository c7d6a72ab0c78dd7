#include "dialogs/detail.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "dialogs/describe.h"
#include "dialogs/form.h"
#include "dialogs/lead.h"
#include "dialogs/request.h"

namespace dialogs {
namespace {

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

void store(Move& move, const std::string& slot, SlotValue value) {
  Session& session = move.session();
  const bool in_lead = lead_is_current(session);
  current_slots(session)[slot] = value;
  session.slots[slot] = std::move(value);
  std::erase(session.skipped, slot);
  std::erase(session.again, slot);
  if (in_lead) mark_updated(move);
}

/// "My son drinks, can I start this for him?": who asks on another's behalf has said for whom.
std::optional<Detail> loved_one_spoken_of(const Move& move) {
  const auto& topics = move.input.understanding.topics;
  const bool on_behalf = std::any_of(topics.begin(), topics.end(), [](const auto& match) {
    return match.topic == kHelpForLovedOne;
  });
  if (!on_behalf) return std::nullopt;
  auto reading = read_slot(SlotKind::for_whom, move.input.text, move.slot_context());
  if (!reading.value) return std::nullopt;
  const auto& who = std::get<ForWhom>(*reading.value);
  if (who.self || who.relation.empty()) return std::nullopt;
  return Detail{SlotKind::for_whom, *std::move(reading.value)};
}

}  // namespace

std::vector<std::string> take_details(Move& move, std::string_view except) {
  std::vector<std::string> taken;
  auto stated = volunteered(move.input.text, move.slot_context());
  if (auto loved_one = loved_one_spoken_of(move)) stated.push_back(*std::move(loved_one));
  for (Detail& detail : stated) {
    const std::string slot(name_of(detail.kind));
    if (slot == except) continue;
    const Slots& slots = current_slots(move.session());
    const auto known = slots.find(slot);
    const auto& again = move.session().again;
    const bool is_awaited = std::find(again.begin(), again.end(), slot) != again.end();
    const bool stands = known != slots.end() && !is_awaited;
    if (stands && (!newest_wins(detail.kind) || known->second == detail.value)) continue;
    store(move, slot, std::move(detail.value));
    taken.push_back(slot);
  }
  return taken;
}

void say_noted(Move& move, const std::vector<std::string>& slots) {
  if (slots.empty()) return;
  const std::string list = details(move, slots);
  if (list.empty()) return;
  say(move, ReplyKind::info, move.script.texts.noted,
      [&](std::string_view name) { return name == "details" ? list : std::string(); });
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
}

}  // namespace dialogs
