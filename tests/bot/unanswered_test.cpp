// What staff see of messages that the assistant could not answer.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "bot/store/store.h"

namespace {

bot::TurnRecord turn(const std::string& conversation, std::int64_t number, const std::string& text,
                     bool unanswered, const std::string& nearest = "") {
  bot::TurnRecord record;
  record.conversation.id = conversation;
  record.conversation.turns = number;
  record.conversation_is_new = number == 1;
  record.token = "token of " + conversation;
  record.message_id = conversation + std::to_string(number);
  record.text = text;
  record.reply_json = R"({"replies": []})";
  auto near = nlohmann::json::array();
  if (!nearest.empty()) near.push_back({{"topic", nearest}, {"score", 0.3}});
  record.trace_json = nlohmann::json{{"near", near}}.dump();
  record.content_version = "v";
  record.at_ms = 1000 * number;
  record.unanswered = unanswered;
  return record;
}

}  // namespace

TEST_CASE("unanswered: what fell back, with what it was nearest to, oldest first") {
  bot::Store store({}, bot::Keys::random());
  store.commit(turn("a", 1, "blorp?", true));
  store.commit(turn("a", 2, "how much", false, "cost"));
  store.commit(turn("a", 3, "do u have wifi", true, "gap_location"));
  const auto found = store.unanswered();
  REQUIRE(found.size() == 2);
  CHECK(found[0].text == "blorp?");
  CHECK(found[0].nearest_topic.empty());
  CHECK(found[1].text == "do u have wifi");
  CHECK(found[1].nearest_topic == "gap_location");
  CHECK(found[1].at_ms == 3000);
}

TEST_CASE("unanswered: what a visitor had erased is shown to nobody") {
  bot::Store store({}, bot::Keys::random());
  store.commit(turn("a", 1, "my secret", true));
  store.commit(turn("b", 1, "blorp?", true));
  auto erasing = turn("a", 2, "delete my data", true);
  erasing.effects = {dialogs::Effect::erase};
  store.commit(erasing);
  CHECK(store.unanswered().size() == 1);
  CHECK(store.unanswered().front().text == "blorp?");
  CHECK(store.erase("b", 5000));
  CHECK(store.unanswered().empty());
}
