#pragma once

#include <string>
#include <string_view>

namespace bot {

/// `text` as HTML that shows it, between tags or in a quoted attribute.
std::string html_escaped(std::string_view text);

/// A US number as a tel: link names it, "+13239908178"; short ones such as 988 as they are.
std::string phone_link(std::string_view phone);

}  // namespace bot
