#include "bot/service/card_json.h"

#include "bot/desk/callback_state.h"
#include "bot/desk/dialling_script.h"
#include "bot/desk/local_time.h"
#include "bot/desk/outcome.h"
#include "bot/service/callback_json.h"
#include "bot/service/utc_time.h"
#include "bot/service/version_tag.h"
#include "bot/store/channel_name.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

ordered_json answer_json(const dialogs::Slots& fields, const char* field) {
  const auto answer = text_field(fields, field);
  return answer.empty() ? ordered_json(nullptr) : ordered_json(answer == "yes");
}

ordered_json safe_contact_json(const Callback& callback, const DeskRules& rules,
                               std::int64_t now_ms) {
  const auto& fields = callback.fields;
  const auto zone = CallWish::of(fields, callback.urgent, rules.clinic_zone).visitor_zone;
  const auto window = fields.find("callback_time");
  return {{"text", answer_json(fields, "may_text")},
          {"voicemail", answer_json(fields, "may_voicemail")},
          {"say_clinic", answer_json(fields, "may_say_clinic")},
          {"window", window == fields.end() ? ordered_json() : slot_value_json(window->second)},
          {"zone", zone},
          {"local_time", clock_words(local_minute(zone, now_ms).minute)},
          {"script", dialling_script(fields, callback.suppressed)}};
}

/// The outcome that can still be taken back, by whom and until when.
ordered_json undo_json(const std::optional<Attempt>& undoable, std::int64_t now_ms) {
  if (!undoable || now_ms - undoable->at_ms > kUndoMs) return nullptr;
  return {{"outcome", undoable->outcome},
          {"by", undoable->by},
          {"until", rfc3339(undoable->at_ms + kUndoMs)}};
}

ordered_json history_json(const CardHistory& history) {
  ordered_json json;
  json["attempts_log"] = ordered_json::array();
  for (const auto& attempt : history.attempts)
    json["attempts_log"].push_back(
        {{"at", rfc3339(attempt.at_ms)},
         {"by", attempt.by},
         {"outcome", attempt.outcome},
         {"note", attempt.note},
         {"next_at", time_or_null(attempt.next_at_ms)},
         {"undone_at", time_or_null(attempt.undone_at_ms)}});
  json["notes"] = ordered_json::array();
  for (const auto& note : history.notes)
    json["notes"].push_back(
        {{"id", note.id}, {"at", rfc3339(note.at_ms)}, {"by", note.by}, {"text", note.text}});
  json["edits"] = ordered_json::array();
  for (const auto& edit : history.edits)
    json["edits"].push_back({{"at", rfc3339(edit.at_ms)},
                             {"by", edit.by},
                             {"field", edit.field},
                             {"old", ordered_json::parse(edit.old_value)},
                             {"new", ordered_json::parse(edit.new_value)}});
  json["events"] = ordered_json::array();
  for (const auto& event : history.events)
    json["events"].push_back(
        {{"at", rfc3339(event.at_ms)}, {"by", event.by}, {"what", event.what}});
  json["merged"] = ordered_json::array();
  for (const auto& other : history.merged)
    json["merged"].push_back({{"id", other.id},
                              {"at", rfc3339(other.created_at_ms)},
                              {"channel", name_of(other.channel)}});
  return json;
}

}  // namespace

std::string card_tag(const Callback& callback) {
  return version_tag(callback.version);
}

ordered_json card_json(const Callback& callback, const CardHistory& history,
                       const CardQuestions& questions, const DeskRules& rules,
                       std::int64_t now_ms) {
  auto json = callback_json(callback, rules.clinic_zone, now_ms);
  json["safe_contact"] = safe_contact_json(callback, rules, now_ms);
  json["permissions"] = ordered_json::array();
  for (const auto& consent : callback.permissions)
    json["permissions"].push_back({{"id", consent.id},
                                   {"version", consent.version},
                                   {"wording", consent.wording},
                                   {"channel", name_of(consent.channel)},
                                   {"at", rfc3339(consent.at_ms)}});
  json.update(history_json(history));
  json["undo"] = undo_json(history.undoable, now_ms);
  json["topics"] = questions.topics;
  json["open_questions"] = questions.open;
  const auto state = callback_state(callback.status).value_or(CallbackState::erased);
  json["transitions"] = decisions(state);
  json["outcomes"] = ordered_json::array();
  if (state == CallbackState::claimed)
    for (const auto& row : kOutcomes) json["outcomes"].push_back(row.name);
  json["etag"] = card_tag(callback);
  return json;
}

}  // namespace bot
