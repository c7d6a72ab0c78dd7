#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "dialogs/slots/token.h"

namespace dialogs {

/// A time zone by the name that people give it.
struct ZoneName {
  std::string_view zone;  ///< IANA; empty for the clinic's own ("your time")
  std::size_t next = 0;   ///< the token after it
};

/// The zone named at token `at`: "eastern", "PST", "hora del este". nullopt where none is.
std::optional<ZoneName> zone_name_at(const Tokens& tokens, std::size_t at);

}  // namespace dialogs
