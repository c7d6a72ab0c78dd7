#pragma once

#include <string>

namespace bot {

/// A request that may be sent twice and is carried out once.
struct Once {
  std::string key;      ///< who sends it, and their Idempotency-Key; empty: not given
  std::string request;  ///< what is asked, word for word, but no password
};

}  // namespace bot
