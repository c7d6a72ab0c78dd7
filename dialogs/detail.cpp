#include "dialogs/detail.h"

#include <algorithm>

#include "dialogs/describe.h"
#include "dialogs/form.h"
#include "dialogs/request.h"

namespace dialogs {
namespace {

bool lead_is_open(const Session& session) {
  return session.flow.empty() && session.lead && session.lead->status == LeadStatus::open;
}

/// Where details live now: the stored request once there is one and no form is open.
Slots& current_slots(Session& session) {
  return lead_is_open(session) ? session.lead->fields : session.slots;
}

/// A later word on these replaces an earlier one; a name or a relation named in passing does not.
bool newest_wins(SlotKind kind) {
  return kind == SlotKind::phone || kind == SlotKind::email || kind == SlotKind::insurer ||
         kind == SlotKind::callback_time;
}

void store(Move& move, const std::string& slot, SlotValue value) {
  Session& session = move.session();
  const bool in_lead = lead_is_open(session);
  current_slots(session)[slot] = value;
  session.slots[slot] = std::move(value);
  std::erase(session.skipped, slot);
  if (!in_lead) return;
  auto& effects = move.turn.effects;
  if (std::find(effects.begin(), effects.end(), Effect::update_lead) == effects.end())
    effects.push_back(Effect::update_lead);
}

}  // namespace

std::vector<std::string> take_details(Move& move, std::string_view except) {
  std::vector<std::string> taken;
  for (Detail& detail : volunteered(move.input.text, move.slot_context())) {
    const std::string slot(name_of(detail.kind));
    if (slot == except) continue;
    const Slots& slots = current_slots(move.session());
    const auto known = slots.find(slot);
    if (known != slots.end() && (!newest_wins(detail.kind) || known->second == detail.value))
      continue;
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
  const Slots& given = current_slots(move.session());
  auto detail = corrected(move.input.text, given, move.slot_context());
  if (!detail) return false;
  const std::string slot(name_of(detail->kind));
  if (const State* state = pending(move); state && state->slot == slot) return false;
  store(move, slot, std::move(detail->value));
  move.turn.topics.push_back(kChangeDetails);
  const std::string list = details(move, {slot});
  say(move, ReplyKind::info, move.script.texts.changed, [&](std::string_view name) {
    return name == "details" ? list : std::string();
  }).topic = kChangeDetails;
  return true;
}

}  // namespace dialogs
