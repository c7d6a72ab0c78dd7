#pragma once

#include <string>

namespace bot {

/// A request that is refused: nothing was stored, the conversation is unharmed. Rendered as RFC
/// 9457 problem+json. Holds nothing that the sender wrote.
struct Rejection {
  int status = 400;    ///< HTTP status
  std::string type;    ///< short stable name, "text-too-long"; becomes the problem's type URI
  std::string title;   ///< one sentence
  std::string detail;  ///< what to do; names the limit where one was passed
  int retry_after_s = 0;  ///< when the same request may be taken; 0: not for waiting
};

}  // namespace bot
