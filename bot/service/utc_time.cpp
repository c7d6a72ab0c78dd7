#include "bot/service/utc_time.h"

#include <date/date.h>

#include <chrono>
#include <sstream>

namespace bot {

std::string rfc3339(std::int64_t utc_ms) {
  return date::format("%FT%TZ",
                      date::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(utc_ms)));
}

std::optional<std::int64_t> read_rfc3339(const std::string& text) {
  std::istringstream stream(text);
  date::sys_time<std::chrono::milliseconds> at;
  stream >> date::parse("%FT%TZ", at);
  if (stream.fail() || stream.peek() != std::istringstream::traits_type::eof())
    return std::nullopt;
  return at.time_since_epoch().count();
}

}  // namespace bot
