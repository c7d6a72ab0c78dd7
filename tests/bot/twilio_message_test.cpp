#include "bot/channel/twilio_message.h"

#include <doctest/doctest.h>

#include <optional>

using bot::FormFields;
using bot::Rejection;
using bot::TwilioMessage;

namespace {

FormFields form(const std::string& body) {
  return {{"MessageSid", "SM00000000000000000000000000000001"},
          {"From", "+12135550142"},
          {"To", "+13235550100"},
          {"Body", body}};
}

std::optional<TwilioMessage> read(const FormFields& fields) {
  const auto result = bot::parse_twilio_message(fields, {});
  REQUIRE(std::holds_alternative<std::optional<TwilioMessage>>(result));
  return std::get<std::optional<TwilioMessage>>(result);
}

std::string refused(const FormFields& fields) {
  const auto result = bot::parse_twilio_message(fields, {});
  const auto* rejection = std::get_if<Rejection>(&result);
  return rejection == nullptr ? "" : rejection->type;
}

FormFields with(FormFields fields, const std::string& name, const std::string& value) {
  for (auto& [key, old] : fields)
    if (key == name) old = value;
  return fields;
}

}  // namespace

TEST_CASE("twilio message: an ordinary one") {
  const auto read_one = read(form("hello"));
  REQUIRE(read_one);
  CHECK(read_one->message.channel == dialogs::Channel::sms);
  CHECK(read_one->message.sender == "+12135550142");
  CHECK(read_one->message.message_id == "SM00000000000000000000000000000001");
  CHECK(read_one->message.text == "hello");
  CHECK_FALSE(read_one->is_answered_by_gateway);
}

TEST_CASE("twilio message: keywords that the gateway knew are ours too, whatever their words") {
  for (const std::string keyword : {"STOP", "START", "HELP"}) {
    auto fields = form("termina ya");
    fields.emplace_back("OptOutType", keyword);
    const auto read_one = read(fields);
    REQUIRE(read_one);
    CHECK(read_one->message.text == keyword);
    CHECK(read_one->is_answered_by_gateway);
  }
}

TEST_CASE("twilio message: pictures and blanks are read as no words") {
  for (const std::string body : {"", "  \n", "\u200b"}) {
    const auto read_one = read(form(body));
    REQUIRE(read_one);
    CHECK(read_one->message.text == "\uFFFC");
  }
}

TEST_CASE("twilio message: direction controls around a pasted number are taken out") {
  CHECK(read(form("\u202A213-555-0187\u202C"))->message.text == "213-555-0187");
  CHECK(read(form(std::string("a\0b", 3)))->message.text == "ab");
}

TEST_CASE("twilio message: senders that are nobody's phone get no answer") {
  for (const std::string sender :
       {"12345", "CLINIC", "whatsapp:+12135550142", "+1", "+02135550142", "+99999999999999999999"})
    CHECK_FALSE(read(with(form("hi"), "From", sender)));
}

TEST_CASE("twilio message: what is refused") {
  CHECK(refused(with(form("hi"), "MessageSid", "")) == "message-id-missing");
  CHECK(refused(with(form("hi"), "MessageSid", std::string(200, 'S'))) == "message-id-missing");
  CHECK(refused(with(form("hi"), "From", "")) == "sender-missing");
  CHECK(refused(form("\xff")) == "not-utf8");
  CHECK(refused(form(std::string(2001, 'a'))) == "text-too-long");
  auto twice = form("hello");
  twice.emplace_back("Body", "STOP");
  CHECK(refused(twice) == "field-repeated");
}
