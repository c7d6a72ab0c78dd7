#pragma once

#include <string>

#include "bot/service/http_message.h"

namespace bot {

/// A rejection as RFC 9457 problem+json; 503 asks to try again soon. The one place that renders an
/// error.
HttpResponse problem_response(const Rejection& rejection);

/// The world does not allow it now; the sender should try again.
extern const Rejection kUnavailable;

/// An address that takes only JSON was sent something else.
extern const Rejection kNotJson;

/// The outcome's response, whatever it is.
HttpResponse response_of(HttpOutcome outcome);

}  // namespace bot
