#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "bot/channel/form_body.h"
#include "bot/service/http_message.h"
#include "bot/store/list_rows.h"

namespace bot {

/// What stands behind the '?' of an address.
FormFields query_fields(const std::string& target);

/// The time in RFC 3339 under `name`, nothing where none is there. False where it is none.
bool read_time(const FormFields& fields, const char* name, std::optional<std::int64_t>& at_ms);

/// The filters of a list of callbacks: view, state, channel, urgent, from, to, holder (the caller,
/// where none is said), limit, cursor. `fallback` says the view and the most rows. Nothing where a
/// filter is none that we know.
std::optional<ListQuery> read_list_query(const HttpRequest& request, ListQuery fallback);

}  // namespace bot
