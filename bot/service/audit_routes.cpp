#include "bot/service/audit_routes.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "bot/channel/form_body.h"
#include "bot/channel/json_object.h"
#include "bot/channel/media_type.h"
#include "bot/service/desk.h"
#include "bot/service/problem_response.h"
#include "bot/service/utc_time.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

constexpr int kPageMax = 500;
constexpr std::size_t kFilterBytesMax = 64;
constexpr const char* kPath = "/api/audit";

const Rejection kBadQuery{400, "query-invalid", "The query cannot be used.",
                          "Send 'limit' from 1 to 500, the 'cursor' of the page before, and who, "
                          "what or about as the entries have them."};

const Rejection kOperatorOnly{403, "operator-only", "Only the program's own commands may say that.",
                              "Read transcripts at the desk; each reading is audited there."};
const Rejection kBadReading{400, "reading-invalid", "This is no reading of transcripts.",
                            "Send 'user', 'command' and 'about' as the program does."};

std::optional<std::int64_t> number(const std::string& text, std::int64_t fallback,
                                   std::int64_t maximum) {
  if (text.empty()) return fallback;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_good = error == std::errc() && end == text.data() + text.size();
  return is_good && value >= 1 && value <= maximum ? std::optional(value) : std::nullopt;
}

bool is_word(const std::string& text) {
  return text.size() <= kFilterBytesMax && std::all_of(text.begin(), text.end(), [](char byte) {
           return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
         });
}

std::optional<AuditLog::Query> read_query(const std::string& target) {
  const auto mark = target.find('?');
  const auto fields = parse_form(mark == std::string::npos ? "" : target.substr(mark + 1));
  AuditLog::Query query{field(fields, "who"), field(fields, "what"), field(fields, "about")};
  const auto cursor = number(field(fields, "cursor"), 0, INT64_MAX);
  const auto limit = number(field(fields, "limit"), query.limit, kPageMax);
  if (!cursor || !limit || !is_word(query.who) || !is_word(query.what) || !is_word(query.about))
    return std::nullopt;
  query.before_sequence = *cursor;
  query.limit = static_cast<int>(*limit);
  return query;
}

std::string_view name_of_kind(Caller::Kind kind) {
  switch (kind) {
    case Caller::Kind::person: return "person";
    case Caller::Kind::machine: return "machine";
    case Caller::Kind::nobody: return "nobody";
  }
  return "nobody";
}

std::string next_page(const AuditLog::Query& query, std::int64_t last_sequence) {
  std::string link = std::string("<") + kPath + "?limit=" + std::to_string(query.limit) +
                     "&cursor=" + std::to_string(last_sequence);
  if (!query.who.empty()) link += "&who=" + query.who;
  if (!query.what.empty()) link += "&what=" + query.what;
  if (!query.about.empty()) link += "&about=" + query.about;
  return link + ">; rel=\"next\"";
}

HttpOutcome page(const HttpRequest& request, const AuditLog& log) {
  const auto query = read_query(request.target);
  if (!query) return kBadQuery;
  const auto entries = log.find(*query);
  ordered_json json = {{"entries", ordered_json::array()}};
  for (const auto& entry : entries)
    json["entries"].push_back({{"id", entry.sequence},
                               {"at", rfc3339(entry.at_ms)},
                               {"kind", name_of_kind(entry.kind)},
                               {"who", entry.who},
                               {"what", entry.what},
                               {"about", entry.about},
                               {"detail", entry.detail}});
  HttpResponse response{200, "application/json", json.dump()};
  if (static_cast<int>(entries.size()) == query->limit)
    response.headers.emplace_back("Link", next_page(*query, entries.back().sequence));
  return response;
}

/// As operating systems name their users.
bool is_user(const std::string& text) {
  return !text.empty() && text.size() <= kFilterBytesMax &&
         std::all_of(text.begin(), text.end(), [](char byte) { return byte > ' ' && byte <= '~'; });
}

HttpOutcome note_reading(const HttpRequest& request, AuditLog& log, std::int64_t now_ms) {
  if (!is_media_type(request.content_type, "application/json")) return kNotJson;
  auto read = read_json_object(request.body, {"user", "command", "about"});
  if (auto* refused = std::get_if<Rejection>(&read)) return *std::move(refused);
  if (!request.caller.is_operator()) return kOperatorOnly;
  const auto& body = std::get<nlohmann::json>(read);
  const auto user = text_member(body, "user"), command = text_member(body, "command"),
             about = text_member(body, "about");
  if (!is_user(user) || command.empty() || !is_word(command) || !is_word(about))
    return kBadReading;
  log.add({0, now_ms, Caller::Kind::machine, user, "transcripts-read", about, command});
  return HttpResponse{204, "", ""};
}

}  // namespace

void add_audit_routes(Router& router, AuditLog& log, Clock clock) {
  router.add("POST", std::string(kPath) + "/readings", Permission::manage_accounts,
             [&log, clock = std::move(clock)](const HttpRequest& request) {
               return note_reading(request, log, clock());
             });
  router.add("GET", kPath, Permission::read_audit,
             [&log](const HttpRequest& request) { return page(request, log); });
}

}  // namespace bot
