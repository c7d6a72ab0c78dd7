#include "bot/service/export_routes.h"

#include <mutex>
#include <optional>

#include "bot/desk/dialling_script.h"
#include "bot/desk/local_time.h"
#include "bot/service/callback_json.h"
#include "bot/service/csv.h"
#include "bot/service/list_query.h"
#include "bot/service/utc_time.h"
#include "bot/store/channel_name.h"

namespace bot {
namespace {

using Shared = std::shared_ptr<Desk>;

constexpr int kPageRows = 500;

// A sheet that does not begin with it shows "José" as "JosÃ©" in Excel.
constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

const Rejection kBadQuery{400, "query-invalid", "The query cannot be used.",
                          "Send view, state, channel, urgent (true or false), and from and to "
                          "(like 2026-03-12T21:30:00Z)."};
const Rejection kBusy{429, "export-running", "An export is being made right now.",
                      "Try again in a moment.", 5};

const std::vector<std::string> kColumns = {
    "id",          "status",       "urgent",         "channel",        "created_at",
    "updated_at",  "name",         "phone",          "for_whom",       "callback_time",
    "may_text",    "may_voicemail", "may_say_clinic", "email",         "insurer",
    "promised",    "promise_due_at", "promise",      "attempts",       "first_attempt_at",
    "holder",      "consent",      "consent_at",     "asked_for_silence", "merged_into"};

std::string time_or_nothing(std::int64_t at_ms) { return at_ms == 0 ? "" : rfc3339(at_ms); }

std::string whom(const dialogs::Slots& fields) {
  const auto found = fields.find("for_whom");
  if (found == fields.end()) return {};
  const auto* who = std::get_if<dialogs::ForWhom>(&found->second);
  if (who == nullptr) return {};
  return who->self ? "self" : who->relation.empty() ? "other" : who->relation;
}

std::string window(const dialogs::Slots& fields) {
  const auto found = fields.find("callback_time");
  if (found == fields.end()) return {};
  const auto* time = std::get_if<dialogs::CallbackTime>(&found->second);
  return time == nullptr ? std::string() : time->day + " " + time->from + " to " + time->to;
}

std::string yes_or_no(bool is_so) { return is_so ? "yes" : "no"; }

std::string line_of(const Callback& callback, std::int64_t now_ms) {
  const auto& fields = callback.fields;
  const auto text = [&](const char* name) { return text_field(fields, name); };
  const auto& consent = callback.consent;
  return csv_line(
      {callback.id, callback.status, yes_or_no(callback.urgent),
       std::string(name_of(callback.channel)), rfc3339(callback.created_at_ms),
       rfc3339(callback.updated_at_ms), text("name"), csv_phone(text("phone")), whom(fields),
       window(fields), text("may_text"), text("may_voicemail"), text("may_say_clinic"),
       text("email"), text("insurer"), callback.promise.told,
       time_or_nothing(callback.promise.due_ms),
       std::string(name_of(promise_of(callback, now_ms))),
       std::to_string(callback.attempts), time_or_nothing(callback.first_attempt_at_ms),
       callback.holder, consent.version, consent.id.empty() ? "" : rfc3339(consent.at_ms),
       yes_or_no(callback.suppressed), callback.merged_into});
}

/// What was asked for, as the audit keeps it. A holder's name may hold anything, and is left out.
std::string filter_words(const HttpRequest& request, const ListQuery& query) {
  const auto fields = query_fields(request.target);
  const auto view = field(fields, "view");
  std::string words = "view=" + (view.empty() ? "all" : view);
  for (const auto& [name, value] : {std::pair("state", query.state), {"channel", query.channel},
                                    {"urgent", field(fields, "urgent")}})
    if (!value.empty()) words += std::string(" ") + name + "=" + value;
  if (query.from_ms) words += " from=" + rfc3339(*query.from_ms);
  if (query.to_ms) words += " to=" + rfc3339(*query.to_ms);
  return words;
}

struct Sheet {
  std::string text = kByteOrderMark + csv_line(kColumns);
  std::size_t rows = 0;
};

/// Page by page, so that no reader is in the writer's way for long. Nothing where there are too
/// many.
std::optional<Sheet> sheet_of(const Desk& desk, ListQuery query, std::int64_t now_ms) {
  Sheet sheet;
  for (;;) {
    const auto page = desk.queue.page(query);
    sheet.rows += page->callbacks.size();
    if (sheet.rows > static_cast<std::size_t>(desk.config.desk.export_lines_max))
      return std::nullopt;
    for (const auto& callback : page->callbacks) sheet.text += line_of(callback, now_ms);
    if (page->next_cursor.empty()) return sheet;
    query.cursor = page->next_cursor;
  }
}

HttpOutcome send_sheet(Desk& desk, const HttpRequest& request) {
  auto query = read_list_query(request, {.view = View::all, .limit = kPageRows, .by_age = true});
  if (!query || !query->cursor.empty()) return kBadQuery;
  query->limit = kPageRows;
  const auto now_ms = desk.clock();
  desk.queue.keep_time(now_ms);
  const auto sheet = sheet_of(desk, *query, now_ms);
  if (!sheet)
    return Rejection{
        422, "export-too-large", "These are too many for one sheet.",
        "Ask for at most " + std::to_string(desk.config.desk.export_lines_max) +
            ", with from and to."};
  desk.note_in_audit(request, "callbacks-exported", "",
                     filter_words(request, *query) + " rows=" + std::to_string(sheet->rows));
  const auto day = date::format("%F", local_minute(desk.zone(), now_ms).day);
  return HttpResponse{
      200, "text/csv; charset=utf-8; header=present", sheet->text,
      {{"Content-Disposition", "attachment; filename=\"callbacks-" + day + ".csv\""}}};
}

}  // namespace

void add_export_route(Router& router, const Shared& desk) {
  const auto at_work = std::make_shared<std::mutex>();
  router.add("GET", "/api/export.csv", Permission::export_leads,
             [desk, at_work](const HttpRequest& request) -> HttpOutcome {
               const std::unique_lock alone(*at_work, std::try_to_lock);
               if (!alone.owns_lock()) return kBusy;
               return send_sheet(*desk, request);
             });
}

}  // namespace bot
