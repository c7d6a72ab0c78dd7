#pragma once

#include <optional>

#include "bot/service/http_message.h"

namespace bot {

/// Refuses what another website's page made a browser send: by Origin and Sec-Fetch-Site, where the
/// browser sends them. A program sends neither.
std::optional<Rejection> refuse_foreign_page(const HttpRequest& request);

/// Beside that, what changes something under a session's cookie must carry X-Admissions-Desk, which
/// no page of another website can add without being asked about it first (ASVS 3.5).
std::optional<Rejection> refuse_forgery(const HttpRequest& request);

/// Whether the console asks by itself, and nobody may be there: X-Admissions-Desk: background, or a
/// repeated question with If-None-Match.
bool is_background(const HttpRequest& request);

}  // namespace bot
