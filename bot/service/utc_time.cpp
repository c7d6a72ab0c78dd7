#include "bot/service/utc_time.h"

#include <date/date.h>

#include <chrono>

namespace bot {

std::string rfc3339(std::int64_t utc_ms) {
  return date::format("%FT%TZ",
                      date::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(utc_ms)));
}

}  // namespace bot
