#include "bot/store/session_json.h"

#include "bot/store/channel_name.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

Json consent_json(const dialogs::Consent& consent) {
  return {{"id", consent.id},
          {"version", consent.version},
          {"wording", consent.wording},
          {"at_ms", consent.at_ms},
          {"channel", name_of(consent.channel)}};
}

Json consents_json(const std::vector<dialogs::Consent>& consents) {
  Json json = Json::array();
  for (const auto& consent : consents) json.push_back(consent_json(consent));
  return json;
}

Json lead_json(const dialogs::Lead& lead) {
  return {{"sequence", lead.sequence},
          {"status", static_cast<int>(lead.status)},
          {"urgent", lead.urgent},
          {"fields", slots_json(lead.fields)},
          {"consent", consent_json(lead.consent)},
          {"permissions", consents_json(lead.permissions)},
          {"stored_at_ms", lead.stored_at_ms}};
}

/// Sets `value` where `json` has the member.
template <typename Value>
void take(const Json& json, const char* name, Value& value) {
  if (const auto found = json.find(name); found != json.end()) found->get_to(value);
}

dialogs::Consent consent_of(const Json& json) {
  dialogs::Consent consent;
  take(json, "id", consent.id);
  take(json, "version", consent.version);
  take(json, "wording", consent.wording);
  take(json, "at_ms", consent.at_ms);
  consent.channel = channel_of(json.value("channel", "web"));
  return consent;
}

std::vector<dialogs::Consent> consents_of(const Json& json) {
  std::vector<dialogs::Consent> consents;
  for (const auto& consent : json) consents.push_back(consent_of(consent));
  return consents;
}

dialogs::Lead lead_of(const Json& json) {
  dialogs::Lead lead;
  take(json, "sequence", lead.sequence);
  lead.status = static_cast<dialogs::LeadStatus>(json.value("status", 0));
  take(json, "urgent", lead.urgent);
  lead.fields = slots_of(json.value("fields", Json::object()));
  lead.consent = consent_of(json.value("consent", Json::object()));
  lead.permissions = consents_of(json.value("permissions", Json::array()));
  take(json, "stored_at_ms", lead.stored_at_ms);
  return lead;
}

}  // namespace

dialogs::Slots slots_of(const Json& json) {
  dialogs::Slots slots;
  for (const auto& [name, value] : json.items()) {
    if (value.is_string()) {
      slots[name] = value.get<std::string>();
    } else if (value.contains("who")) {
      const auto relation = value.value("relation", Json());
      slots[name] = dialogs::ForWhom{value.at("who") == "self",
                                     relation.is_null() ? "" : relation.get<std::string>()};
    } else {
      slots[name] = dialogs::CallbackTime{value.at("day"), value.at("from"), value.at("to")};
    }
  }
  return slots;
}

Json session_json(const dialogs::Session& session) {
  return {{"language", session.language},
          {"welcomed", session.welcomed},
          {"flow", session.flow},
          {"state", session.state},
          {"path", session.path},
          {"slots", slots_json(session.slots)},
          {"skipped", session.skipped},
          {"again", session.again},
          {"permissions", consents_json(session.permissions)},
          {"misses", session.misses},
          {"paused", session.paused},
          {"resting", session.resting},
          {"urgent", session.urgent},
          {"offered", session.offered},
          {"offer", session.offer},
          {"offer_is_spoken", session.offer_is_spoken},
          {"opted_out", session.opted_out},
          {"lead", session.lead ? lead_json(*session.lead) : Json()},
          {"said", session.said},
          {"last_text", session.last_text},
          {"last_at_ms", session.last_at_ms}};
}

dialogs::Session session_of(const Json& json) {
  dialogs::Session session;
  take(json, "language", session.language);
  take(json, "welcomed", session.welcomed);
  take(json, "flow", session.flow);
  take(json, "state", session.state);
  take(json, "path", session.path);
  session.slots = slots_of(json.value("slots", Json::object()));
  take(json, "skipped", session.skipped);
  take(json, "again", session.again);
  session.permissions = consents_of(json.value("permissions", Json::array()));
  take(json, "misses", session.misses);
  take(json, "paused", session.paused);
  take(json, "resting", session.resting);
  take(json, "urgent", session.urgent);
  take(json, "offered", session.offered);
  take(json, "offer", session.offer);
  take(json, "offer_is_spoken", session.offer_is_spoken);
  take(json, "opted_out", session.opted_out);
  if (const auto lead = json.find("lead"); lead != json.end() && !lead->is_null())
    session.lead = lead_of(*lead);
  take(json, "said", session.said);
  take(json, "last_text", session.last_text);
  take(json, "last_at_ms", session.last_at_ms);
  return session;
}

}  // namespace bot
