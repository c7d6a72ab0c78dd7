#pragma once

#include <httplib.h>

namespace bot {

/// How sure it is where a request ends.
enum class Framing {
  plain,      ///< one stated length, or no body: the connection may be read further
  unusual,    ///< chunked, compressed, of several parts: answered, then hung up on
  ambiguous,  ///< lengths that contradict: refused, so that nothing can be smuggled behind it
};

Framing framing(const httplib::Request& request);

/// Takes out what this service does not honour: ranges and compressed answers.
void simplify(httplib::Request& request);

}  // namespace bot
