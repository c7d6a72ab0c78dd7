#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace dialogs {

/// The names between braces in `text`: "Thanks, {name}." gives {"name"}.
std::set<std::string> placeholders(std::string_view text);

/// `text` with every {name} replaced by value(name).
std::string fill(std::string_view text, const std::function<std::string(std::string_view)>& value);

}  // namespace dialogs
