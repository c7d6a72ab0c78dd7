#include <algorithm>
#include <cctype>
#include <functional>

#include "bot/channel/json_object.h"
#include "bot/channel/media_type.h"
#include "bot/service/callback_json.h"
#include "bot/service/desk_routes.h"
#include "bot/service/list_query.h"
#include "bot/service/problem_response.h"
#include "bot/service/utc_time.h"

namespace bot {
namespace {

using nlohmann::ordered_json;
using Shared = std::shared_ptr<Desk>;

constexpr const char* kJson = "application/json";
constexpr std::size_t kFoundMax = 100;

const Rejection kBadQuery{400, "query-invalid", "The query cannot be used.",
                          "Send view, state, channel, urgent (true or false), from and to "
                          "(like 2026-03-12T21:30:00Z), limit, and the cursor of the page before."};
const Rejection kBadPhone{400, "phone-invalid", "'phone' is no number that can be called.",
                          "Send it with its area code."};

/// What a list's content follows from: the changes, the minute on its clock, the query, the caller.
std::string list_tag(const Desk& desk, const HttpRequest& request, std::int64_t now_ms) {
  const auto asked = std::hash<std::string>{}(request.target + '\n' + request.caller.name);
  return "\"" + std::to_string(desk.queue.changes()) + "-" + std::to_string(now_ms / kMsOfMinute) +
         "-" + std::to_string(asked) + "\"";
}

/// As a value of a query.
std::string escaped(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string value;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const bool is_plain = std::isalnum(byte) != 0 || character == '_' || character == '-';
    if (is_plain) value += character;
    else value.append({'%', kHex[byte / kHex.size()], kHex[byte % kHex.size()]});
  }
  return value;
}

/// The first page, and the next where there is one.
std::string links(const ListQuery& query, const HttpRequest& request, const std::string& cursor) {
  std::string first = "<" + request.path + "?limit=" + std::to_string(query.limit);
  const auto fields = query_fields(request.target);
  for (const char* name : {"view", "state", "channel", "urgent", "holder", "from", "to"})
    if (const auto value = field(fields, name); !value.empty())
      first += std::string("&") + name + "=" + escaped(value);
  const auto next = cursor.empty() ? "" : first + "&cursor=" + cursor + ">; rel=\"next\", ";
  return next + first + ">; rel=\"first\"";
}

HttpOutcome list(Desk& desk, const HttpRequest& request) {
  const auto query = read_list_query(request, {.limit = desk.config.desk.page_callbacks_max});
  if (!query) return kBadQuery;
  // Within a minute the same list has the same words.
  const auto now_ms = desk.clock() / kMsOfMinute * kMsOfMinute;
  desk.queue.keep_time(desk.clock());
  const auto tag = list_tag(desk, request, now_ms);
  if (!request.if_none_match.empty() && request.if_none_match.find(tag) != std::string::npos)
    return HttpResponse{304, "", "", {{"ETag", tag}}};
  const auto page = desk.queue.page(*query);
  if (!page) return kBadQuery;
  const auto counts = desk.queue.counts(query->holder);
  ordered_json json = {{"callbacks", ordered_json::array()}};
  for (const auto& callback : page->callbacks) {
    auto row = callback_json(callback, desk.zone(), now_ms);
    row["rank"] = json["callbacks"].size() + 1;
    json["callbacks"].push_back(std::move(row));
  }
  json["counts"] = {{"queue", counts.queue},
                    {"mine", counts.mine},
                    {"sleeping", counts.sleeping},
                    {"review", counts.review},
                    {"crisis", counts.crisis}};
  json["newest_at"] =
      counts.newest_ms == 0 ? ordered_json(nullptr) : ordered_json(rfc3339(counts.newest_ms));
  json["now"] = rfc3339(now_ms);
  return HttpResponse{
      200, kJson, json.dump(),
      {{"ETag", tag}, {"Link", links(*query, request, page->next_cursor)}}};
}

HttpOutcome transcript(Desk& desk, const HttpRequest& request) {
  const auto callback = desk.queue.find(request.id);
  if (!callback) return kUnknownCallback;
  desk.note_in_audit(request, "transcript-read", request.id);
  ordered_json json = {{"turns", ordered_json::array()}};
  for (const auto& turn : desk.store.turns(callback->conversation_id)) {
    ordered_json replies = ordered_json::array();
    const auto stored = ordered_json::parse(turn.reply_json);
    for (const auto& reply : stored.at("replies"))
      replies.push_back({{"kind", reply.value("kind", "info")},
                         {"text", reply.at("text")},
                         {"topic", reply.value("topic", ordered_json())}});
    json["turns"].push_back(
        {{"at", rfc3339(turn.at_ms)}, {"text", turn.text}, {"replies", std::move(replies)}});
  }
  return HttpResponse{200, kJson, json.dump()};
}

HttpOutcome search(Desk& desk, const HttpRequest& request) {
  if (!is_media_type(request.content_type, kJson)) return kNotJson;
  auto read = read_json_object(request.body, {"phone"});
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  const dialogs::SlotContext context{desk.clock(), desk.zone(), desk.zone(), "en"};
  const auto phone = dialogs::read_slot(
      dialogs::SlotKind::phone, text_member(std::get<nlohmann::json>(read), "phone"), context);
  if (!phone.value) return kBadPhone;
  auto found = desk.store.find_callbacks_by_phone(std::get<std::string>(*phone.value),
                                                  kFoundMax + 1);
  ordered_json json = {{"callbacks", ordered_json::array()}, {"more", found.size() > kFoundMax}};
  if (found.size() > kFoundMax) found.resize(kFoundMax);
  for (const auto& callback : found)
    json["callbacks"].push_back(callback_json(callback, desk.zone(), desk.clock()));
  desk.note_in_audit(request, "searched", "",
                     "found=" + std::to_string(json["callbacks"].size()));
  return HttpResponse{200, kJson, json.dump()};
}

}  // namespace

void add_reading_routes(Router& router, const Shared& desk) {
  router.add("GET", "/api/callbacks", Permission::read_queue,
             [desk](const HttpRequest& request) { return list(*desk, request); });
  router.add("GET", "/api/callbacks/{id}", Permission::read_queue,
             [desk](const HttpRequest& request) { return desk->card(request); });
  router.add("GET", "/api/callbacks/{id}/transcript", Permission::read_transcript,
             [desk](const HttpRequest& request) { return transcript(*desk, request); });
  router.add("POST", "/api/search", Permission::read_queue,
             [desk](const HttpRequest& request) { return search(*desk, request); });
}

}  // namespace bot
