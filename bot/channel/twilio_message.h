#pragma once

#include <optional>
#include <variant>

#include "bot/channel/form_body.h"
#include "bot/config.h"
#include "bot/incoming_message.h"
#include "bot/rejection.h"

namespace bot {

/// An SMS as Twilio hands it over.
struct TwilioMessage {
  IncomingMessage message;
  /// Twilio's Advanced Opt-Out knew a keyword and has answered it: we act on it and say nothing.
  bool is_answered_by_gateway = false;
};

/// The fields of a verified POST. Nothing where the sender is no phone that a person writes from
/// (a short code, a name): there is nobody to answer. Pure.
std::variant<std::optional<TwilioMessage>, Rejection> parse_twilio_message(
    const FormFields& fields, const LimitsConfig& limits);

}  // namespace bot
