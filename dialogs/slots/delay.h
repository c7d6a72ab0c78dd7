#pragma once

#include <cstddef>
#include <optional>

#include "dialogs/slots/token.h"

namespace dialogs {

/// How long from now: "in 20 minutes", "within 2 hours", "en media hora", "an hour from now".
struct Delay {
  int minutes = 0;
  bool is_within = false;  ///< up to that long, not after it
  std::size_t next = 0;    ///< the token after it
};

/// The delay that begins at token `at`. nullopt where none does.
std::optional<Delay> delay_at(const Tokens& tokens, std::size_t at);

}  // namespace dialogs
