#pragma once

#include <httplib.h>

namespace bot {

/// Whether the end of a request is beyond doubt, so that the connection may be read further after
/// it: its body, if it may have one, comes with one plain Content-Length. Everything else is
/// answered and then hung up on, and nothing can be smuggled behind it.
bool is_plainly_framed(const httplib::Request& request);

/// Takes out what this service does not honour: ranges and compressed answers.
void simplify(httplib::Request& request);

}  // namespace bot
