#include "bot/service/list_query.h"

#include <charconv>

#include "bot/desk/callback_state.h"
#include "bot/service/utc_time.h"

namespace bot {
namespace {

bool is_one_of(const std::string& text, std::string_view first, std::string_view second) {
  return text.empty() || text == first || text == second;
}

}  // namespace

FormFields query_fields(const std::string& target) {
  const auto mark = target.find('?');
  return parse_form(mark == std::string::npos ? "" : target.substr(mark + 1));
}

bool read_time(const FormFields& fields, const char* name, std::optional<std::int64_t>& at_ms) {
  const auto text = field(fields, name);
  if (text.empty()) return true;
  at_ms = read_rfc3339(text);
  return at_ms.has_value();
}

std::optional<ListQuery> read_list_query(const HttpRequest& request, ListQuery fallback) {
  const auto fields = query_fields(request.target);
  ListQuery query = std::move(fallback);
  const int limit_max = query.limit;
  query.holder = field(fields, "holder").empty() ? request.caller.name : field(fields, "holder");
  if (const auto name = field(fields, "view"); !name.empty()) {
    const auto view = view_of(name);
    if (!view) return std::nullopt;
    query.view = *view;
  }
  query.state = field(fields, "state");
  query.channel = field(fields, "channel");
  query.cursor = field(fields, "cursor");
  const auto urgent = field(fields, "urgent"), limit = field(fields, "limit");
  if (!urgent.empty()) query.urgent = urgent == "true";
  const auto* end = limit.data() + limit.size();
  const auto read = std::from_chars(limit.data(), end, query.limit);
  const bool is_limit = limit.empty() || (read.ec == std::errc() && read.ptr == end);
  const bool is_good = (query.state.empty() || callback_state(query.state)) &&
                       is_one_of(query.channel, "web", "sms") &&
                       is_one_of(urgent, "true", "false") && is_limit && query.limit >= 1 &&
                       query.limit <= limit_max && read_time(fields, "from", query.from_ms) &&
                       read_time(fields, "to", query.to_ms);
  return is_good ? std::optional(query) : std::nullopt;
}

}  // namespace bot
