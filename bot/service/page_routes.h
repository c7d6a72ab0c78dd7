#pragma once

#include <filesystem>

#include "bot/config.h"
#include "bot/service/router.h"

namespace bot {

/// The demo page at / with its script and style, read once from `folder`. Throws
/// std::runtime_error where a file is missing.
void add_page_routes(Router& router, const std::filesystem::path& folder,
                     const ClinicConfig& clinic);

/// `text` as it may stand in HTML, in an attribute too.
std::string html_escaped(std::string_view text);

}  // namespace bot
