#include "bot/channel/web_message.h"

#include <doctest/doctest.h>

#include <utility>

using bot::IncomingMessage;
using bot::Rejection;

namespace {

bot::Config config() {
  bot::Config config;
  config.languages = {"en", "es"};
  return config;
}

std::string refused(const std::string& body) {
  const auto result = bot::parse_web_message(body, config());
  const auto* rejection = std::get_if<Rejection>(&result);
  return rejection == nullptr ? "" : rejection->type;
}

IncomingMessage read(const std::string& body) {
  CAPTURE(body);
  REQUIRE(refused(body) == "");
  return std::get<IncomingMessage>(bot::parse_web_message(body, config()));
}

}  // namespace

TEST_CASE("web message: everything that may stand in it") {
  const auto message = read(R"({"conversation": "abc", "message_id": "m-1", "text": "¿Cuánto?",
      "language": "es-MX", "zone": "America/Tijuana",
      "page": "https://clinic.example/iop?q=me#x"})");
  CHECK(message.token == "abc");
  CHECK(message.message_id == "m-1");
  CHECK(message.text == "¿Cuánto?");
  CHECK(message.choice == "");
  CHECK(message.language == "es");
  CHECK(message.zone == "America/Tijuana");
  CHECK(message.page == "https://clinic.example/iop");
}

TEST_CASE("web message: what may be left out, may be null") {
  const auto message = read(
      R"({"conversation": null, "message_id": "1", "choice": "self", "text": null, "zone": ""})");
  CHECK(message.token == "");
  CHECK(message.choice == "self");
  CHECK(message.zone == "");
}

TEST_CASE("web message: a language that is not ours is only a hint") {
  CHECK(read(R"({"message_id": "1", "text": "bonjour", "language": "fr"})").language == "");
  CHECK(read(R"({"message_id": "1", "text": "hi", "language": "EN_us"})").language == "en");
}

TEST_CASE("web message: limits are inclusive and count characters") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "😀";
  CHECK(refused(R"({"message_id": "1", "text": ")" + text + "\"}") == "");
  CHECK(refused(R"({"message_id": "1", "text": ")" + text + "a\"}") == "text-too-long");
  CHECK(refused(R"({"text": "a", "message_id": ")" + std::string(128, 'i') + "\"}") == "");
  CHECK(refused(R"({"text": "a", "message_id": ")" + std::string(129, 'i') + "\"}") ==
        "message-id-invalid");
}

TEST_CASE("web message: what is refused, and as what") {
  const std::pair<std::string, std::string> table[] = {
      {"", "not-json"},
      {"{", "not-json"},
      {R"({"message_id": "1", "text": "a"} x)", "not-json"},
      {R"({"message_id": "1", "text": "a"}{})", "not-json"},
      {"{\"message_id\": \"1\", \"text\": \"\xff\"}", "not-json"},
      {R"({"message_id": "1", "text": "\ud800"})", "not-json"},
      {"null", "not-an-object"},
      {"7", "not-an-object"},
      {R"(["a"])", "not-an-object"},
      {std::string(100000, '['), "not-an-object"},
      {R"({"message_id": 1, "text": "a"})", "wrong-type"},
      {R"({"message_id": "1", "text": {"a": 1}})", "wrong-type"},
      {R"({"message_id": "1", "text": ["a"]})", "wrong-type"},
      {R"({"message_id": "1", "text": true})", "wrong-type"},
      {R"({"message_id": "1", "Text": "a"})", "unknown-key"},
      {R"({"message_id": "1", "message_id": "2", "text": "a"})", "duplicate-key"},
      {R"({"message_id": "1", "text": null, "text": "a"})", "duplicate-key"},
      {R"({"message_id": "1", "text": "a\u0000"})", "nul-character"},
      {R"({"text": "a"})", "message-id-missing"},
      {R"({"message_id": null, "text": "a"})", "message-id-missing"},
      {R"({"message_id": "a b", "text": "a"})", "message-id-invalid"},
      {R"({"message_id": "é", "text": "a"})", "message-id-invalid"},
      {R"({"message_id": "1"})", "text-or-choice"},
      {R"({"message_id": "1", "text": "a", "choice": "b"})", "text-or-choice"},
      {R"({"message_id": "1", "text": ""})", "text-blank"},
      {R"({"message_id": "1", "text": " \t\r\n"})", "text-blank"},
      {R"({"message_id": "1", "text": "\u200b\u3000\u00ad\ufeff"})", "text-blank"},
      {R"({"message_id": "1", "text": "a\u202eb"})", "direction-control"},
      {R"({"message_id": "1", "text": "\u2066a\u2069"})", "direction-control"},
      {R"({"message_id": "1", "choice": ""})", "choice-invalid"},
      {R"({"message_id": "1", "choice": "a b"})", "choice-invalid"},
      {R"({"message_id": "1", "text": "a", "zone": "Mars/Base"})", "unknown-zone"},
      {R"({"message_id": "1", "text": "a", "zone": "../../etc/passwd"})", "unknown-zone"},
      {R"({"message_id": "1", "text": "a", "language": ")" + std::string(36, 'x') + "\"}",
       "language-invalid"},
      {R"({"message_id": "1", "text": "a", "page": ")" + std::string(513, 'x') + "\"}",
       "page-invalid"},
      {R"({"message_id": "1", "text": "a", "page": "a\nb"})", "page-invalid"},
      {R"({"message_id": "1", "text": "a", "conversation": "a b"})", "unknown-conversation"},
  };
  for (const auto& [body, type] : table) {
    CAPTURE(body.substr(0, 80));
    CHECK(refused(body) == type);
  }
}

TEST_CASE("web message: a refusal says nothing that was sent") {
  for (const std::string body :
       {R"({"zebra": "zebra"})", R"({"message_id": "1", "text": "a", "zone": "zebra"})",
        R"({"message_id": "1", "text": ["zebra"]})",
        R"({"message_id": "zebra zebra", "text": "a"})"}) {
    const auto result = bot::parse_web_message(body, config());
    const auto& rejection = std::get<Rejection>(result);
    CHECK((rejection.title + rejection.detail).find("zebra") == std::string::npos);
  }
}
