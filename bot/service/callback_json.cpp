#include "bot/service/callback_json.h"

#include "bot/desk/callback_state.h"
#include "bot/service/utc_time.h"
#include "bot/store/channel_name.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

ordered_json consent_json(const Callback& callback) {
  const auto& consent = callback.consent;
  if (consent.id.empty()) return nullptr;
  return {{"id", consent.id},
          {"version", consent.version},
          {"wording", consent.wording},
          {"channel", name_of(callback.channel)},
          {"at", rfc3339(consent.at_ms)}};
}

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

bool waits(const Callback& callback) {
  const auto state = callback_state(callback.status).value_or(CallbackState::erased);
  return list_of(state) == DeskList::queue;
}

/// Where it stands, why, and what the visitor was promised.
void add_place(const Callback& callback, const std::string& zone, std::int64_t now_ms,
               ordered_json& json) {
  const auto promise = promise_of(callback, now_ms);
  const bool is_open = waits(callback);
  const bool sleeps = is_open && callback.asleep;
  json["reason"] = nullptr;
  if (is_open)
    json["reason"] = reason({callback.urgent, sleeps, callback.created_at_ms,
                             callback.turns_at_ms, callback.promise.due_ms, promise,
                             callback.fields.contains("callback_time"), callback.attempts},
                            zone, now_ms);
  json["due_at"] = is_open ? time_or_null(callback.due_ms) : ordered_json(nullptr);
  json["opens_at"] = sleeps ? time_or_null(callback.turns_at_ms) : ordered_json(nullptr);
  json["promise"] = {{"told", text_or_null(callback.promise.told)},
                     {"due_at", time_or_null(callback.promise.due_ms)},
                     {"state", name_of(promise)}};
  json["history"] = callback.history;
  json["unread_bump"] = callback.bumped;
  json["suppressed"] = callback.suppressed;
  json["merged_into"] = text_or_null(callback.merged_into);
  json["acknowledged_by"] = text_or_null(callback.acknowledged_by);
  json["acknowledged_at"] = time_or_null(callback.acknowledged_at_ms);
}

}  // namespace

ordered_json time_or_null(std::int64_t at_ms) {
  return at_ms == 0 ? ordered_json(nullptr) : ordered_json(rfc3339(at_ms));
}

PromiseState promise_of(const Callback& callback, std::int64_t now_ms) {
  return promise_state(callback.promise.due_ms, callback.first_attempt_at_ms,
                       callback.promise_missed,
                       callback.ended_at_ms == 0 ? now_ms : callback.ended_at_ms);
}

ordered_json callback_json(const Callback& callback, const std::string& zone,
                           std::int64_t now_ms) {
  ordered_json json;
  json["id"] = callback.id;
  json["status"] = callback.status;
  json["urgent"] = callback.urgent;
  json["channel"] = name_of(callback.channel);
  json["fields"] = slots_json(callback.fields);
  json["consent"] = consent_json(callback);
  json["holder"] = callback.holder.empty() ? ordered_json(nullptr) : ordered_json(callback.holder);
  json["lease_until"] = callback.lease_until_ms == 0
                            ? ordered_json(nullptr)
                            : ordered_json(rfc3339(callback.lease_until_ms));
  json["attempts"] = callback.attempts;
  json["created_at"] = rfc3339(callback.created_at_ms);
  json["updated_at"] = rfc3339(callback.updated_at_ms);
  json["version"] = callback.version;
  add_place(callback, zone, now_ms, json);
  return json;
}

}  // namespace bot
