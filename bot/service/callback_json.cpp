#include "bot/service/callback_json.h"

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

}  // namespace

ordered_json callback_json(const Callback& callback) {
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
  return json;
}

}  // namespace bot
