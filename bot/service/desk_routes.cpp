#include "bot/service/desk_routes.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "bot/channel/flat_json.h"
#include "bot/channel/media_type.h"
#include "bot/channel/visitor_text.h"
#include "bot/service/callback_json.h"
#include "bot/service/problem_response.h"

namespace bot {
namespace {

constexpr const char* kJson = "application/json";
constexpr int kHolderCharactersMax = 64;
constexpr std::int64_t kMillisecondsPerMinute = 60'000;
constexpr std::array<std::string_view, 5> kOutcomes = {"no_answer", "busy", "voicemail",
                                                       "wrong_number", "reached"};

const Rejection kUnknownCallback{404, "unknown-callback", "There is no such callback.",
                                 "It may have been erased; ask for the next one."};
const Rejection kHeld{409, "not-held", "This callback is not held by this holder.",
                      "Claim it first; while somebody else holds it, ask for the next one."};
const Rejection kClosed{409, "closed", "This callback is closed.", "Ask for the next one."};

std::optional<Rejection> refuse_holder(const FlatJson& values) {
  const auto holder = values.find("holder");
  if (holder == values.end() || refuse_text(holder->second, kHolderCharactersMax))
    return Rejection{
        400, "holder-invalid", "'holder' is missing or cannot be used.",
        "Name who calls in at most " + std::to_string(kHolderCharactersMax) + " characters."};
  return std::nullopt;
}

std::optional<Rejection> refuse_attempt(const FlatJson& values, int note_characters_max) {
  const auto outcome = values.find("outcome");
  if (outcome == values.end() ||
      std::find(kOutcomes.begin(), kOutcomes.end(), outcome->second) == kOutcomes.end())
    return Rejection{400, "outcome-invalid", "'outcome' is missing or not known.",
                     "Send no_answer, busy, voicemail, wrong_number or reached."};
  const auto note = values.find("note");
  if (note == values.end() || note->second.empty()) return std::nullopt;
  return refuse_text(note->second, note_characters_max);
}

/// The verbs of the queue over HTTP.
class Desk {
 public:
  Desk(const Config& config, Store& store, Clock clock)
      : config_(config), store_(store), clock_(std::move(clock)) {}

  HttpOutcome list() const {
    auto json = nlohmann::ordered_json{{"callbacks", nlohmann::ordered_json::array()}};
    for (const auto& callback : store_.callbacks(config_.desk.page_callbacks_max))
      json["callbacks"].push_back(callback_json(callback));
    return HttpResponse{200, kJson, json.dump()};
  }

  HttpOutcome show(const std::string& id) const {
    const auto callback = store_.find_callback(id);
    if (!callback) return kUnknownCallback;
    return HttpResponse{200, kJson, callback_json(*callback).dump()};
  }

  HttpOutcome next(const std::string& holder) {
    const auto callback = store_.claim_next(holder, clock_(), lease_ms());
    if (!callback) return HttpResponse{204, "", ""};
    return HttpResponse{200, kJson, callback_json(*callback).dump()};
  }

  HttpOutcome claim(const std::string& id, const std::string& holder) {
    return told(store_.claim(id, holder, clock_(), lease_ms()), id);
  }
  HttpOutcome release(const std::string& id, const std::string& holder) {
    return told(store_.release(id, holder, clock_()), id);
  }
  HttpOutcome attempt(const std::string& id, FlatJson& values) {
    if (auto refused = refuse_attempt(values, config_.limits.text_characters_max))
      return *std::move(refused);
    return told(
        store_.record_attempt(id, {values["outcome"], values["note"], values["holder"], clock_()}),
        id);
  }

 private:
  std::int64_t lease_ms() const { return config_.desk.lease_minutes * kMillisecondsPerMinute; }

  HttpOutcome told(ClaimResult result, const std::string& id) const {
    switch (result) {
      case ClaimResult::claimed: return show(id);
      case ClaimResult::held_by_other: return kHeld;
      case ClaimResult::not_found: return kUnknownCallback;
      case ClaimResult::closed: return kClosed;
    }
    return kUnknownCallback;
  }

  const Config& config_;
  Store& store_;
  const Clock clock_;
};

}  // namespace

void add_desk_routes(Router& router, const Config& config, Store& store, Clock clock) {
  const auto desk = std::make_shared<Desk>(config, store, std::move(clock));
  const auto post = [&](const char* path, std::vector<std::string_view> keys, auto handle) {
    const auto checked = [keys, handle](const HttpRequest& request) -> HttpOutcome {
      if (!is_media_type(request.content_type, kJson)) return kNotJson;
      auto read = read_flat_json(request.body, keys);
      if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
      auto& values = std::get<FlatJson>(read);
      if (auto refused = refuse_holder(values)) return *std::move(refused);
      return handle(request, values);
    };
    router.add("POST", path, Permission::work_queue, checked);
  };
  router.add("GET", "/api/callbacks", Permission::read_queue,
             [desk](const HttpRequest&) { return desk->list(); });
  router.add("GET", "/api/callbacks/{id}", Permission::read_queue,
             [desk](const HttpRequest& request) { return desk->show(request.id); });
  post("/api/callbacks/next", {"holder"},
       [desk](const HttpRequest&, FlatJson& values) { return desk->next(values["holder"]); });
  post("/api/callbacks/{id}/claim", {"holder"},
       [desk](const HttpRequest& request, FlatJson& values) {
         return desk->claim(request.id, values["holder"]);
       });
  post("/api/callbacks/{id}/release", {"holder"},
       [desk](const HttpRequest& request, FlatJson& values) {
         return desk->release(request.id, values["holder"]);
       });
  post("/api/callbacks/{id}/attempts", {"holder", "outcome", "note"},
       [desk](const HttpRequest& request, FlatJson& values) {
         return desk->attempt(request.id, values);
       });
}

}  // namespace bot
