#include "bot/service/session_cookie.h"

namespace bot {
namespace {

constexpr std::string_view kName = "__Host-desk=";
constexpr std::string_view kManners = "; Path=/; Secure; HttpOnly; SameSite=Strict";
constexpr std::size_t kTokenBytes = 64;

}  // namespace

std::string session_token(std::string_view cookie_header) {
  std::string_view found;
  int count = 0;
  while (!cookie_header.empty()) {
    const auto end = cookie_header.find(';');
    auto pair = cookie_header.substr(0, end);
    pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
    if (pair.starts_with(kName)) {
      found = pair.substr(kName.size());
      ++count;
    }
    cookie_header = end == std::string_view::npos ? "" : cookie_header.substr(end + 1);
  }
  return count == 1 && found.size() == kTokenBytes ? std::string(found) : std::string();
}

std::string session_cookie(std::string_view token) {
  return std::string(kName) + std::string(token) + std::string(kManners);
}

std::string no_session_cookie() {
  return std::string(kName) + "; Max-Age=0" + std::string(kManners);
}

}  // namespace bot
