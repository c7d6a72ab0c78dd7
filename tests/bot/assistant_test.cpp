#include "bot/assistant.h"

#include <doctest/doctest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/bot/content_of_the_clinic.h"

using bot::IncomingMessage;
using nlohmann::json;

namespace {

constexpr const char* kUuid = "6e2c1d0a-8f4b-4f0e-9a53-0f1d2c3b4a59";

/// The real assistant on a store in memory.
struct Desk {
  bot::Store store{{}, bot::Keys::random()};
  bot::Assistant assistant{tests::content_of_the_clinic().config,
                           *tests::content_of_the_clinic().knowledge,
                           *tests::content_of_the_clinic().script, store,
                           [] { return std::int64_t{1773351000000}; }};
  std::atomic<int> count = 0;

  std::string answer(const IncomingMessage& message) {
    return std::get<bot::Answered>(assistant.handle(message)).turn_json;
  }
  int refusal(const IncomingMessage& message) {
    const auto result = assistant.handle(message);
    const auto* rejection = std::get_if<bot::Rejection>(&result);
    return rejection ? rejection->status : 0;
  }
  json web(const std::string& token, const std::string& text) {
    IncomingMessage message;
    message.token = token;
    message.text = text;
    message.message_id = "w" + std::to_string(++count);
    return json::parse(answer(message));
  }
  json sms(const std::string& sender, const std::string& text) {
    IncomingMessage message;
    message.channel = dialogs::Channel::sms;
    message.sender = sender;
    message.text = text;
    message.message_id = "SM" + std::to_string(++count);
    return json::parse(answer(message));
  }
  /// A web conversation that has left its details; gives its token.
  std::string lead() {
    std::string token;
    for (const char* line : {"please have someone call me", "for me", "Dana", "213-555-0187",
                             "any time", "neither", "yes"})
      token = web(token, line).at("conversation").get<std::string>();
    return token;
  }
};

IncomingMessage message(const std::string& id, const std::string& text,
                        const std::string& token = {}) {
  IncomingMessage message;
  message.message_id = id;
  message.text = text;
  message.token = token;
  return message;
}

std::string token_of(const std::string& turn) {
  return json::parse(turn).at("conversation").get<std::string>();
}

}  // namespace

TEST_CASE("assistant: the same message id again brings the same bytes, and nothing happens twice") {
  Desk desk;
  const std::string token = desk.lead();
  const auto turns = desk.store.turns(desk.store.conversation_ids().at(0)).size();
  const auto last = message("again", "how many hours a week is it?", token);
  const std::string first = desk.answer(last);
  for (int i = 0; i < 3; ++i) CHECK(desk.answer(last) == first);
  CHECK(desk.store.turns(desk.store.conversation_ids().at(0)).size() == turns + 1);
  CHECK(desk.store.callbacks(10).size() == 1);
}

TEST_CASE("assistant: a first message that comes again without a token finds what it began") {
  Desk desk;
  const std::string first = desk.answer(message(kUuid, "hello"));
  CHECK(desk.answer(message(kUuid, "hello")) == first);
  CHECK(desk.store.conversation_ids().size() == 1);
  CHECK(desk.refusal(message(kUuid, "something else")) == 409);
  // An id that others could guess begins a conversation of its own each time.
  const auto once = desk.answer(message("1", "hello"));
  CHECK(token_of(once) != token_of(desk.answer(message("1", "hello"))));
}

TEST_CASE("assistant: an id that came with another text or choice is refused and nothing changes") {
  Desk desk;
  const std::string token = token_of(desk.answer(message(kUuid, "please have someone call me")));
  desk.answer(message("m1", "for me", token));
  CHECK(desk.refusal(message("m1", "for my son", token)) == 409);
  auto choice = message("m1", "", token);
  choice.choice = "self";
  CHECK(desk.refusal(choice) == 409);
  const auto id = desk.store.conversation_ids().at(0);
  CHECK(desk.store.turns(id).size() == 2);
  CHECK(desk.web(token, "Dana").at("asks") == "phone");
}

TEST_CASE("assistant: a token that nobody was given is refused and begins nothing") {
  Desk desk;
  desk.answer(message("m1", "hello"));
  const auto id = desk.store.conversation_ids().at(0);
  for (const std::string& token : {std::string("x"), id, std::string(48, '0')})
    CHECK(desk.refusal(message("m2", "hello", token)) == 404);
  CHECK(desk.store.conversation_ids().size() == 1);
}

TEST_CASE("assistant: messages of one conversation at once become one line of turns") {
  constexpr int kThreads = 16;
  Desk desk;
  const std::string token = desk.web("", "hello").at("conversation");
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] { desk.web(token, "how many hours a week is it?"); });
  for (auto& thread : threads) thread.join();
  const auto id = desk.store.conversation_ids().at(0);
  CHECK(desk.store.turns(id).size() == kThreads + 1);
  CHECK(desk.store.find_conversation(id)->turns == kThreads + 1);
}

TEST_CASE("assistant: a first text message that is delivered several times at once is one") {
  Desk desk;
  IncomingMessage first = message("SM1", "hello");
  first.channel = dialogs::Channel::sms;
  first.sender = "+13235550142";
  std::vector<std::string> answers(8);
  std::vector<std::thread> threads;
  for (auto& answer : answers) threads.emplace_back([&] { answer = desk.answer(first); });
  for (auto& thread : threads) thread.join();
  for (const auto& answer : answers) CHECK(answer == answers[0]);
  REQUIRE(desk.store.conversation_ids().size() == 1);
  CHECK(desk.store.turns(desk.store.conversation_ids().at(0)).size() == 1);
}

TEST_CASE("assistant: STOP silences a number and no other, START lifts it") {
  Desk desk;
  desk.sms("+13235550142", "hello");
  desk.sms("+13235550143", "hello");
  CHECK(desk.sms("+13235550142", "STOP").at("replies").size() == 1);
  CHECK(desk.store.is_suppressed("+13235550142"));
  CHECK_FALSE(desk.store.is_suppressed("+13235550143"));
  for (const char* line : {"STOP", "hello?", "how many hours a week is it?", "HELP",
                           "please have someone call me"})
    CHECK_MESSAGE(desk.sms("+13235550142", line).at("replies").empty(), line);
  CHECK_FALSE(desk.sms("+13235550143", "how many hours a week is it?").at("replies").empty());
  CHECK_FALSE(desk.sms("+13235550142", "START").at("replies").empty());
  CHECK_FALSE(desk.store.is_suppressed("+13235550142"));
  CHECK_FALSE(desk.sms("+13235550142", "how many hours a week is it?").at("replies").empty());
}

TEST_CASE("assistant: STOP as the first message ever is honoured") {
  Desk desk;
  CHECK(desk.sms("+13235550142", "stop").at("opted_out") == true);
  CHECK(desk.store.is_suppressed("+13235550142"));
  CHECK(desk.sms("+13235550142", "hello").at("replies").empty());
}

TEST_CASE("assistant: danger is answered even where everything else is silent") {
  Desk desk;
  desk.sms("+13235550142", "STOP");
  const auto turn = desk.sms("+13235550142", "i want to kill myself");
  CHECK(turn.at("safety") == "crisis_suicide");
  REQUIRE_FALSE(turn.at("replies").empty());
  CHECK(turn["replies"][0]["text"].get<std::string>().find("988") != std::string::npos);
  CHECK(turn.at("opted_out") == true);
  CHECK(desk.store.is_suppressed("+13235550142"));
}

TEST_CASE("assistant: the number stays suppressed when its conversation is erased") {
  Desk desk;
  desk.sms("+13235550142", "hello");
  desk.sms("+13235550142", "STOP");
  desk.store.erase(desk.store.conversation_ids().at(0), 1773351000000);
  CHECK(desk.store.is_suppressed("+13235550142"));
  CHECK_MESSAGE(desk.sms("+13235550142", "hello").at("replies").empty(),
                "a suppressed number was written to after its conversation was erased");
  CHECK(desk.sms("+13235550142", "hello").at("opted_out") == true);
  CHECK_FALSE(desk.sms("+13235550142", "START").at("replies").empty());
  CHECK_FALSE(desk.store.is_suppressed("+13235550142"));
}

TEST_CASE("assistant: an erased conversation is unknown, its lead is gone, its id begins nothing") {
  Desk desk;
  const std::string token = desk.lead();
  const auto id = desk.store.conversation_ids().at(0);
  CHECK(desk.store.callbacks(10).size() == 1);
  desk.store.erase(id, 1773351000000);
  CHECK(desk.refusal(message("m99", "hello", token)) == 404);
  CHECK(desk.store.callbacks(10).empty());
  CHECK(desk.store.find_callbacks_by_phone("+12135550187").empty());
}

TEST_CASE("assistant: the first message of an erased request begins nothing again") {
  Desk desk;
  const std::string token = token_of(desk.answer(message(kUuid, "please have someone call me")));
  for (const char* line : {"for me", "Dana", "213-555-0187", "any time", "neither", "yes"})
    desk.web(token, line);
  REQUIRE(desk.store.callbacks(10).size() == 1);
  desk.store.erase(desk.store.conversation_ids().at(0), 1773351000000);
  CHECK(desk.refusal(message(kUuid, "please have someone call me")) == 410);
  CHECK(desk.store.conversation_ids().empty());
}

TEST_CASE("assistant: what was deleted by its own words is gone, and the conversation goes on") {
  Desk desk;
  const std::string first = desk.answer(message(kUuid, "please have someone call me"));
  const std::string token = token_of(first);
  for (const char* line : {"for me", "Dana", "213-555-0187", "any time", "neither", "yes"})
    desk.web(token, line);
  REQUIRE(desk.store.callbacks(10).size() == 1);
  const auto gone = desk.web(token, "delete my data");
  CHECK(gone.at("slots").empty());
  CHECK(desk.store.callbacks(10).empty());
  const auto id = desk.store.conversation_ids().at(0);
  for (const auto& turn : desk.store.turns(id)) {
    CHECK(turn.text.empty());
    CHECK(turn.reply_json.find("Dana") == std::string::npos);
    CHECK(turn.trace_json.find("0187") == std::string::npos);
  }
  // A late repetition of the very first message neither fails nor brings anything back.
  CHECK(desk.refusal(message(kUuid, "please have someone call me")) == 410);
  CHECK(desk.store.conversation_ids().size() == 1);
  // The visitor can ask for a call again.
  for (const char* line : {"please have someone call me", "for me", "Dana", "213-555-0187",
                           "any time", "neither", "yes"})
    desk.web(token, line);
  CHECK(desk.store.callbacks(10).size() == 1);
}

