#include "dialogs/placeholder.h"

namespace dialogs {

std::string fill(std::string_view text, const std::function<std::string(std::string_view)>& value) {
  std::string out;
  while (!text.empty()) {
    const auto open = text.find('{');
    const auto close = text.find('}', open == text.npos ? 0 : open);
    if (open == text.npos || close == text.npos) break;
    out += text.substr(0, open);
    out += value(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
  out += text;
  return out;
}

std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  fill(text, [&](std::string_view name) {
    names.emplace(name);
    return std::string();
  });
  return names;
}

}  // namespace dialogs
