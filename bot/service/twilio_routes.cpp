#include "bot/service/twilio_routes.h"

#include <functional>
#include <optional>
#include <utility>

#include "bot/channel/form_body.h"
#include "bot/channel/media_type.h"
#include "bot/channel/twilio_message.h"
#include "bot/channel/twilio_signature.h"
#include "bot/channel/twiml.h"

namespace bot {
namespace {

const Rejection kNotForm{415, "unsupported-media-type", "This address takes a form.",
                         "Send Content-Type: application/x-www-form-urlencoded."};
const Rejection kForged{403, "signature-invalid", "The signature is missing or not valid.",
                        "Check the account's Auth Token and server.public_url."};

HttpResponse xml(const std::vector<std::string>& texts) {
  return {200, "text/xml; charset=utf-8", twiml(texts)};
}

HttpOutcome receive(const FormFields& fields, const Config& config, Assistant& assistant,
                    const TurnObserver& observe) {
  auto parsed = parse_twilio_message(fields, config.limits);
  if (auto* refused = std::get_if<Rejection>(&parsed)) return *std::move(refused);
  const auto& read = std::get<std::optional<TwilioMessage>>(parsed);
  if (!read) return xml({});
  auto handled = assistant.handle(read->message);
  if (auto* refused = std::get_if<Rejection>(&handled)) return *std::move(refused);
  const auto& answered = std::get<Answered>(handled);
  observe(dialogs::Channel::sms, answered.facts);
  return xml(read->is_answered_by_gateway ? std::vector<std::string>() : answered.texts);
}

}  // namespace

void add_twilio_routes(Router& router, const Config& config, Assistant& assistant,
                       std::string auth_token, TurnObserver observe) {
  using Receive = std::function<HttpOutcome(const FormFields&)>;
  const auto post = [&](const char* path, Receive handle) {
    router.add("POST", path, Permission::open,
               [&config, auth_token, handle](const HttpRequest& request) -> HttpOutcome {
                 if (!is_media_type(request.content_type, "application/x-www-form-urlencoded"))
                   return kNotForm;
                 const auto fields = parse_form(request.body);
                 if (!is_signed_by_twilio(request.twilio_signature, auth_token,
                                          config.server.public_url + request.target, fields))
                   return kForged;
                 return handle(fields);
               });
  };
  post("/webhooks/sms/twilio", [&, observe](const FormFields& fields) {
    return receive(fields, config, assistant, observe);
  });
  // What became of our answers. Nothing hangs on it yet, but Twilio wants to be heard.
  post("/webhooks/sms/twilio/status", [](const FormFields&) -> HttpOutcome {
    return HttpResponse{204, "", ""};
  });
}

}  // namespace bot
