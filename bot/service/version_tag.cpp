#include "bot/service/version_tag.h"

#include <charconv>

namespace bot {

std::string version_tag(std::int64_t version) { return "\"" + std::to_string(version) + "\""; }

std::optional<std::int64_t> read_version(std::string_view if_match) {
  if (if_match.size() < 3 || if_match.front() != '"' || if_match.back() != '"')
    return std::nullopt;
  const auto digits = if_match.substr(1, if_match.size() - 2);
  std::int64_t version = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, failure] = std::from_chars(digits.data(), end, version);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return version;
}

}  // namespace bot
