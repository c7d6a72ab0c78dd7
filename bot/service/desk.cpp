#include "bot/service/desk.h"

#include <iterator>
#include <set>
#include <utility>

#include "bot/channel/visitor_text.h"
#include "bot/service/callback_json.h"
#include "bot/service/card_json.h"
#include "bot/service/idempotency_key.h"

namespace bot {
namespace {

constexpr const char* kJson = "application/json";
constexpr int kHolderCharactersMax = 64;
// A page that shows an open card asks for it every few seconds.
constexpr std::int64_t kOneReadingMs = 15 * kMsOfMinute;

/// What was said in all conversations that are on the card, each in its order.
std::vector<StoredTurn> turns_of(const Store& store, const Callback& callback,
                                 const CardHistory& history) {
  auto turns = store.turns(callback.conversation_id);
  std::set<std::string> seen = {callback.conversation_id};
  for (const auto& other : history.merged) {
    if (!seen.insert(other.conversation_id).second) continue;
    auto more = store.turns(other.conversation_id);
    std::move(more.begin(), more.end(), std::back_inserter(turns));
  }
  return turns;
}

}  // namespace

const Rejection kUnknownCallback{404, "unknown-callback", "There is no such callback.",
                                 "It may have been erased; ask for the next one."};

Rejection rejection_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::held_by_other:
      return {409, "not-held", "This callback is not held by this holder.",
              "Claim it first; while somebody else holds it, ask for the next one."};
    case Verdict::closed:
      return {409, "closed", "This callback is closed.", "Ask for the next one."};
    case Verdict::stale:
      return {412, "stale", "This card has changed since it was read.",
              "Read it again and send the change with its new ETag."};
    case Verdict::not_allowed:
      return {409, "not-allowed", "This cannot follow from where the callback stands.",
              "Read the card: 'transitions' and 'outcomes' say what may follow."};
    case Verdict::key_reused: return kKeyReused;
    case Verdict::not_found:
    case Verdict::unchanged:
    case Verdict::done: break;
  }
  return kUnknownCallback;
}

std::string text_member(const nlohmann::json& body, const char* name) {
  const auto found = body.find(name);
  return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::variant<std::string, Rejection> Desk::holder(const HttpRequest& request,
                                                  const nlohmann::json& body) const {
  const auto found = body.find("holder");
  const bool is_said = found != body.end() && !found->is_null();
  const auto named = text_member(body, "holder");
  if (request.caller.is_person()) {
    if (!is_said || named == request.caller.name) return request.caller.name;
    return Rejection{400, "holder-differs", "'holder' is not who is signed in.", "Leave it out."};
  }
  if (!is_said || refuse_text(named, kHolderCharactersMax))
    return Rejection{
        400, "holder-invalid", "'holder' is missing or cannot be used.",
        "Name who calls in at most " + std::to_string(kHolderCharactersMax) + " characters."};
  return named;
}

HttpOutcome Desk::told(Verdict verdict, const std::string& id) const {
  if (verdict != Verdict::done) return rejection_of(verdict);
  const auto callback = queue.find(id);
  if (!callback) return kUnknownCallback;
  HttpResponse response{200, kJson, callback_json(*callback, zone(), clock()).dump()};
  response.headers.emplace_back("ETag", card_tag(*callback));
  return response;
}

HttpOutcome Desk::card(const HttpRequest& request) {
  const auto& id = request.id;
  const auto callback = queue.find(id);
  if (!callback) return kUnknownCallback;
  audit.add_once_in(kOneReadingMs, audited(request.caller, "card-read", id, clock()));
  const auto history = queue.history(id);
  const auto questions = card_questions(turns_of(store, *callback, history), knowledge);
  const auto json = card_json(*callback, history, questions, config.desk.rules, clock());
  HttpResponse response{200, kJson, json.dump()};
  response.headers.emplace_back("ETag", card_tag(*callback));
  return response;
}

void Desk::note_in_audit(const HttpRequest& request, std::string what, std::string about,
                         std::string detail) {
  audit.add(audited(request.caller, std::move(what), std::move(about), clock(),
                    std::move(detail)));
}

}  // namespace bot
