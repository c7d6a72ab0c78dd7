#include "dialogs/lead.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace dialogs {
namespace {

constexpr const char* kMayText = "may_text";
constexpr const char* kZone = "zone";
constexpr const char* kYes = "yes";
constexpr const char* kNo = "no";

const State& confirmation_of(const Flow& flow) {
  const auto found = std::find_if(flow.states.begin(), flow.states.end(), [](const State& state) {
    return state.kind == StateKind::confirm;
  });
  assert(found != flow.states.end());
  return *found;
}

Consent consent_now(const Move& move, std::string id, std::string version,
                    const knowledge::LocalizedWording& wording) {
  return {std::move(id), std::move(version), words(move, wording), move.now.utc_ms,
          move.input.channel};
}

void drop(std::vector<Consent>& permissions, const std::string& slot) {
  std::erase_if(permissions, [&](const Consent& given) { return given.id == slot; });
}

}  // namespace

void store_lead(Move& move, const Flow& flow) {
  Session& session = move.session();
  const std::string& id = confirmation_of(flow).consent;
  const ConsentText& text = flow.consents.at(id);
  Lead lead;
  lead.sequence = session.lead ? session.lead->sequence + 1 : 1;
  lead.urgent = session.urgent;
  lead.fields = session.slots;
  if (!move.now.visitor_zone.empty()) lead.fields[kZone] = move.now.visitor_zone;
  lead.stored_at_ms = move.now.utc_ms;
  lead.consent = consent_now(move, id, text.version, text.wording);
  lead.permissions = session.permissions;
  session.lead = std::move(lead);
  move.turn.effects.push_back(Effect::store_lead);
}

void note_permission(Move& move, const Flow& flow, const State& state, const std::string& slot) {
  if (flow.slots.at(slot).kind != SlotKind::yes_no) return;
  Session& session = move.session();
  drop(session.permissions, slot);
  if (session.slots.at(slot) != SlotValue(kYes)) return;
  const std::string& version = flow.consents.at(confirmation_of(flow).consent).version;
  session.permissions.push_back(consent_now(move, slot, version, state.prompt));
}

void drop_permission(Session& session, const std::string& slot) {
  drop(session.permissions, slot);
}

bool withdraw_permission(Move& move, const std::string& slot) {
  Session& session = move.session();
  const auto take_back = [&](Slots& slots, std::vector<Consent>& permissions) {
    drop(permissions, slot);
    const auto given = slots.find(slot);
    const bool granted = given != slots.end() && given->second == SlotValue(kYes);
    if (granted) given->second = kNo;
    return granted;
  };
  bool changed = take_back(session.slots, session.permissions);
  if (has_open_lead(session) && take_back(session.lead->fields, session.lead->permissions)) {
    mark_updated(move);
    changed = true;
  }
  return changed;
}

void note_refusal(Move& move, const std::string& slot) {
  Session& session = move.session();
  drop(session.permissions, slot);
  std::erase(session.skipped, slot);
  std::erase(session.again, slot);
  session.slots[slot] = kNo;
  if (!session.flow.empty() || !has_open_lead(session)) return;
  session.lead->fields[slot] = kNo;
  mark_updated(move);
}

void withdraw_texting(Move& move) {
  withdraw_permission(move, kMayText);
  if (!has_open_lead(move.session())) return;
  move.session().lead->fields[kMayText] = kNo;
  mark_updated(move);
}

void mark_updated(Move& move) {
  auto& effects = move.turn.effects;
  if (std::find(effects.begin(), effects.end(), Effect::update_lead) == effects.end())
    effects.push_back(Effect::update_lead);
}

bool has_open_lead(const Session& session) {
  return session.lead && session.lead->status == LeadStatus::open;
}

}  // namespace dialogs
