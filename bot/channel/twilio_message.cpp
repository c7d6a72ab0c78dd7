#include "bot/channel/twilio_message.h"

#include <algorithm>
#include <string>
#include <utility>

#include "bot/channel/visitor_text.h"

namespace bot {
namespace {

/// U+FFFC, Unicode's own sign for a thing that is not text: what a message of pictures only, or of
/// nothing, reads as. It means nothing, so the visitor is kindly asked for words.
constexpr const char* kNoWords = "\xEF\xBF\xBC";

bool is_e164(std::string_view number) {
  constexpr std::size_t kBytesMin = 8;
  constexpr std::size_t kBytesMax = 16;
  return number.size() >= kBytesMin && number.size() <= kBytesMax && number[0] == '+' &&
         number[1] != '0' && std::all_of(number.begin() + 1, number.end(), [](char byte) {
           return byte >= '0' && byte <= '9';
         });
}

bool is_message_id(std::string_view id, const LimitsConfig& limits) {
  return !id.empty() && id.size() <= static_cast<std::size_t>(limits.message_id_bytes_max) &&
         std::all_of(id.begin(), id.end(), [](char byte) { return byte > ' ' && byte <= '~'; });
}

/// What there can be one of, and so is not guessed between.
bool is_repeated(const FormFields& fields, std::string_view name) {
  return std::count_if(fields.begin(), fields.end(),
                       [&](const auto& field) { return field.first == name; }) > 1;
}

/// The controls of direction and NUL, which a phone may put around a pasted number, taken out.
std::string without_controls(std::string text) {
  for (const char* control :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    const std::string_view sign = control;
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign, at))
      text.erase(at, sign.size());
  }
  std::erase(text, '\0');
  return text;
}

}  // namespace

std::variant<std::optional<TwilioMessage>, Rejection> parse_twilio_message(
    const FormFields& fields, const LimitsConfig& limits) {
  for (const auto name : {"MessageSid", "From", "Body", "OptOutType"})
    if (is_repeated(fields, name))
      return Rejection{400, "field-repeated", "A field stands twice.",
                       "Send MessageSid, From, Body and OptOutType once each."};
  TwilioMessage read;
  IncomingMessage& message = read.message;
  message.channel = dialogs::Channel::sms;
  message.message_id = field(fields, "MessageSid");
  if (!is_message_id(message.message_id, limits))
    return Rejection{400, "message-id-missing", "'MessageSid' is missing or cannot be used.",
                     "Send Twilio's form for an incoming message."};
  message.sender = field(fields, "From");
  if (message.sender.empty())
    return Rejection{400, "sender-missing", "'From' is missing.",
                     "Send Twilio's form for an incoming message."};
  if (!is_e164(message.sender)) return std::optional<TwilioMessage>();
  // A clinic may have given its gateway other keywords than ours: what counts is how it read them.
  const std::string opt_out = field(fields, "OptOutType");
  read.is_answered_by_gateway = opt_out == "STOP" || opt_out == "START" || opt_out == "HELP";
  message.text = read.is_answered_by_gateway ? opt_out : without_controls(field(fields, "Body"));
  if (is_utf8(message.text) && is_blank(message.text)) message.text = kNoWords;
  if (auto refused = refuse_text(message.text, limits.text_characters_max))
    return *std::move(refused);
  return std::optional(std::move(read));
}

}  // namespace bot
