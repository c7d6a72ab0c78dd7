#pragma once

#include <string>
#include <string_view>

namespace bot {

/// `text` as HTML that shows it, between tags or in a quoted attribute.
std::string html_escaped(std::string_view text);

}  // namespace bot
