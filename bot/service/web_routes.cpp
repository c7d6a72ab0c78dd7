#include "bot/service/web_routes.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "bot/channel/media_type.h"
#include "bot/channel/web_message.h"
#include "bot/service/bearer.h"
#include "bot/service/cross_origin.h"
#include "bot/service/problem_response.h"
#include "bot/service/utc_time.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

constexpr const char* kJson = "application/json";

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

std::string transcript(const std::string& token, const Conversation& conversation,
                       const std::vector<StoredTurn>& turns) {
  ordered_json json = {{"conversation", token},
                       {"language", conversation.session.language},
                       {"turns", ordered_json::array()}};
  for (const auto& turn : turns)
    json["turns"].push_back({{"message_id", turn.message_id},
                             {"text", text_or_null(turn.text)},
                             {"choice", text_or_null(turn.choice)},
                             {"at", rfc3339(turn.at_ms)},
                             {"turn", ordered_json::parse(turn.reply_json)}});
  return json.dump();
}

/// The web conversation whose token the request shows.
std::optional<Conversation> shown(const Store& store, const std::string& token) {
  return token.empty() ? std::nullopt : store.find_by_token(token);
}

}  // namespace

void add_web_routes(Router& router, const Config& config, Assistant& assistant, Store& store,
                    VisitorLimits& limits, Clock clock, TurnObserver observe) {
  constexpr const char* kPath = "/webhooks/web";
  const auto add = [&](const char* method, HttpHandler handler) {
    add_shared_route(router, config, method, kPath, std::move(handler));
  };
  add_preflight(router, config, kPath, "GET, POST, DELETE");
  add("POST", [&, clock, observe](const HttpRequest& request) -> HttpOutcome {
    if (!is_media_type(request.content_type, kJson)) return kNotJson;
    auto message = parse_web_message(request.body, config);
    if (auto* refused = std::get_if<Rejection>(&message)) return *std::move(refused);
    const auto& incoming = std::get<IncomingMessage>(message);
    if (auto refused = limits.refuse(request.address, incoming.token, clock())) return *refused;
    auto handled = assistant.handle(incoming);
    if (auto* refused = std::get_if<Rejection>(&handled)) return *std::move(refused);
    auto& answered = std::get<Answered>(handled);
    observe(dialogs::Channel::web, answered.facts);
    return HttpResponse{200, kJson, std::move(answered.turn_json)};
  });
  add("GET", [&](const HttpRequest& request) -> HttpOutcome {
    const auto token = bearer_token(request.authorization);
    const auto conversation = shown(store, token);
    if (!conversation) return kUnauthorized;
    return HttpResponse{200, kJson,
                        transcript(token, *conversation, store.turns(conversation->id))};
  });
  add("DELETE", [&store, clock](const HttpRequest& request) -> HttpOutcome {
    const auto conversation = shown(store, bearer_token(request.authorization));
    if (!conversation) return kUnauthorized;
    store.erase(conversation->id, clock());
    return HttpResponse{204, "", ""};
  });
}

}  // namespace bot
