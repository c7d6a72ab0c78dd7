#pragma once

#include <string_view>

namespace bot {

/// Whether a Content-Type header says `type` ("application/json"), and no character set but UTF-8.
bool is_media_type(std::string_view content_type, std::string_view type);

}  // namespace bot
