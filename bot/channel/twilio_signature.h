#pragma once

#include <string>
#include <string_view>

#include "bot/channel/form_body.h"

namespace bot {

/// The signature Twilio puts into X-Twilio-Signature for a POST of `fields` to `url`: base64 of
/// HMAC-SHA1 over the URL and the fields, sorted, their names and values run together; of a name
/// that repeats, each different value once. Source: twilio/twilio-node src/webhooks/webhooks.ts.
std::string twilio_signature(std::string_view auth_token, std::string_view url,
                             const FormFields& fields);

/// Whether `signature` is Twilio's for one of the four forms in which Twilio may have signed `url`:
/// without and with its port, and either with the query written as older libraries wrote it. Takes
/// the same time wherever a forged one differs.
bool is_signed_by_twilio(std::string_view signature, std::string_view auth_token,
                         const std::string& url, const FormFields& fields);

}  // namespace bot
