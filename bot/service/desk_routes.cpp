#include "bot/service/desk_routes.h"

#include <functional>
#include <optional>
#include <utility>

#include "bot/channel/json_object.h"
#include "bot/channel/media_type.h"
#include "bot/channel/visitor_text.h"
#include "bot/desk/outcome.h"
#include "bot/service/callback_json.h"
#include "bot/service/card_change.h"
#include "bot/service/export_routes.h"
#include "bot/service/idempotency_key.h"
#include "bot/service/problem_response.h"
#include "bot/service/utc_time.h"
#include "bot/service/version_tag.h"

namespace bot {
namespace {

using nlohmann::json;
using Shared = std::shared_ptr<Desk>;

constexpr const char* kJson = "application/json";
// Who sleeps longer is forgotten by everybody who knew why.
constexpr std::int64_t kNextAtMsMax = 92LL * kMinutesOfDay * kMsOfMinute;

/// A change that somebody makes: who, to which callback, with what in the body.
struct Work {
  Desk& desk;
  const HttpRequest& request;
  const json& body;
  const std::string& holder;
  const Once& once;
  CallbackQueue queue() const { return desk.queue.worked_by(request.caller, once); }
};

using Handle = std::function<HttpOutcome(const Work&)>;

std::optional<Rejection> refuse_attempt(const json& body, int note_characters_max) {
  if (!outcome_row(text_member(body, "outcome")))
    return Rejection{400, "outcome-invalid", "'outcome' is missing or not known.",
                     "Send no_answer, busy, voicemail, voicemail_not_allowed, wrong_number, "
                     "reached, reached_family or asked_to_stop."};
  const auto note = body.find("note");
  if (note == body.end() || note->is_null() || *note == "") return std::nullopt;
  return refuse_text(text_member(body, "note"), note_characters_max);
}

HttpOutcome next(const Work& work) {
  Desk& desk = work.desk;
  const auto next = work.queue().claim_next(work.holder, desk.clock(), desk.lease_ms());
  if (next.verdict == Verdict::not_found) return HttpResponse{204, "", ""};
  return desk.told(next.verdict, next ? next->id : std::string());
}

HttpOutcome claim(const Work& work) {
  Desk& desk = work.desk;
  const auto wish = work.body.find("take_over");
  const bool takes_over = wish != work.body.end() && *wish == true;
  if (takes_over && !work.request.caller.may(Permission::take_over))
    return Rejection{403, "forbidden", "You may not take a callback over.", "Ask an admin."};
  return desk.told(
      work.queue().claim(work.request.id, work.holder, desk.clock(), desk.lease_ms(), takes_over),
      work.request.id);
}

HttpOutcome attempt(const Work& work) {
  Desk& desk = work.desk;
  if (auto refused = refuse_attempt(work.body, desk.config.limits.text_characters_max))
    return *std::move(refused);
  Attempt attempt{text_member(work.body, "outcome"), text_member(work.body, "note"), work.holder,
                  desk.clock(), 0};
  if (const auto at = work.body.find("next_at"); at != work.body.end() && !at->is_null()) {
    const auto next_ms = read_rfc3339(text_member(work.body, "next_at"));
    if (!next_ms || *next_ms <= attempt.at_ms || *next_ms > attempt.at_ms + kNextAtMsMax)
      return Rejection{400, "next-at-invalid", "'next_at' is no time within the next 92 days.",
                       "Send it like 2026-03-12T21:30:00Z."};
    attempt.next_at_ms = *next_ms;
  }
  return desk.told(work.queue().record_attempt(work.request.id, attempt), work.request.id);
}

HttpOutcome undo(const Work& work) {
  Desk& desk = work.desk;
  return desk.told(
      work.queue().undo(work.request.id, work.holder, desk.clock(), desk.lease_ms()),
      work.request.id);
}

HttpOutcome note(const Work& work) {
  Desk& desk = work.desk;
  const auto text = text_member(work.body, "text");
  if (auto refused = refuse_text(text, desk.config.limits.text_characters_max))
    return *std::move(refused);
  const auto verdict =
      work.queue().add_note(work.request.id, {0, text, work.holder, desk.clock()});
  if (verdict != Verdict::done) return rejection_of(verdict);
  return desk.card(work.request);
}

HttpOutcome change(const Work& work) {
  Desk& desk = work.desk;
  const auto version = read_version(work.request.if_match);
  if (work.request.if_match.empty())
    return Rejection{428, "if-match-required", "A change says which card it was made on.",
                     "Send If-Match with the card's ETag."};
  auto read = read_card_change(work.body, desk.config, desk.clock());
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  auto& wanted = std::get<CardChange>(read);
  wanted.by = work.holder;
  wanted.version = version.value_or(0);
  wanted.at_ms = desk.clock();
  const auto verdict = work.queue().change(work.request.id, wanted);
  if (verdict != Verdict::done && verdict != Verdict::unchanged)
    return rejection_of(verdict);
  return desk.card(work.request);
}

HttpOutcome merge(const Work& work) {
  Desk& desk = work.desk;
  const auto into = text_member(work.body, "into");
  return desk.told(work.queue().merge(work.request.id, into, work.holder, desk.clock()),
                   work.request.id);
}

HttpOutcome unmerge(const Work& work) {
  Desk& desk = work.desk;
  return desk.told(work.queue().unmerge(work.request.id, work.holder, desk.clock()),
                   work.request.id);
}

void add(Router& router, const Shared& desk, const char* method, const char* path,
         std::vector<std::string_view> members, Handle handle) {
  members.push_back("holder");
  const auto work = [desk, members = std::move(members),
                     handle = std::move(handle)](const HttpRequest& request) -> HttpOutcome {
    const bool has_body = !request.body.empty();
    if (has_body && !is_media_type(request.content_type, kJson)) return kNotJson;
    const auto once = read_once(request, request.body);
    if (const auto* refused = std::get_if<Rejection>(&once)) return *refused;
    auto read = read_json_object(has_body ? request.body : "{}", members);
    if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
    const auto& body = std::get<json>(read);
    auto holder = desk->holder(request, body);
    if (auto* refused = std::get_if<Rejection>(&holder)) return *std::move(refused);
    return handle({*desk, request, body, std::get<std::string>(holder), std::get<Once>(once)});
  };
  router.add(method, path, Permission::work_queue, work);
}

}  // namespace

void add_desk_routes(Router& router, const Config& config, const knowledge::Knowledge& knowledge,
                     Store& store, AuditLog& audit, Clock clock) {
  const auto desk =
      std::shared_ptr<Desk>(new Desk{config, knowledge, store, audit, std::move(clock)});
  add_reading_routes(router, desk);
  add_export_route(router, desk);
  add(router, desk, "PATCH", "/api/callbacks/{id}", {"status", "fields"}, change);
  add(router, desk, "POST", "/api/callbacks/next", {}, next);
  add(router, desk, "POST", "/api/callbacks/{id}/claim", {"take_over"}, claim);
  add(router, desk, "POST", "/api/callbacks/{id}/renew", {}, [](const Work& work) {
    Desk& at = work.desk;
    return at.told(work.queue().renew(work.request.id, work.holder, at.clock(), at.lease_ms()),
                   work.request.id);
  });
  add(router, desk, "POST", "/api/callbacks/{id}/release", {}, [](const Work& work) {
    Desk& at = work.desk;
    return at.told(work.queue().release(work.request.id, work.holder, at.clock()), work.request.id);
  });
  add(router, desk, "POST", "/api/callbacks/{id}/attempts", {"outcome", "note", "next_at"},
      attempt);
  add(router, desk, "POST", "/api/callbacks/{id}/undo", {}, undo);
  add(router, desk, "POST", "/api/callbacks/{id}/notes", {"text"}, note);
  add(router, desk, "POST", "/api/callbacks/{id}/acknowledge", {}, [](const Work& work) {
    Desk& at = work.desk;
    return at.told(work.queue().acknowledge(work.request.id, work.holder, at.clock()),
                   work.request.id);
  });
  add(router, desk, "POST", "/api/callbacks/{id}/merge", {"into"}, merge);
  add(router, desk, "POST", "/api/callbacks/{id}/unmerge", {}, unmerge);
}

}  // namespace bot
