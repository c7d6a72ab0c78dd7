#include "bot/service/card_json.h"

#include <doctest/doctest.h>

namespace {

bot::StoredTurn turn(const std::string& text, const char* reply) {
  bot::StoredTurn turn;
  turn.text = text;
  turn.reply_json = reply;
  return turn;
}

bot::StoredTurn unanswered(int i) {
  return turn("question " + std::to_string(i),
              R"({"replies": [{"kind": "fallback", "text": "x"}]})");
}

nlohmann::ordered_json questions(const std::vector<bot::StoredTurn>& turns) {
  bot::Callback callback;
  callback.id = "c1-1";
  callback.status = "new";
  bot::DeskRules rules;
  rules.clinic_zone = "America/Los_Angeles";
  return bot::card_json(callback, {}, turns, rules, 1'800'000'000'000).at("open_questions");
}

}  // namespace

TEST_CASE("card: of messages without an answer the newest fifty, in order, and every gap topic") {
  std::vector<bot::StoredTurn> turns = {
      turn("is there parking?", R"({"topics": ["gap_parking"], "replies": [{"kind": "answer"}]})")};
  for (int i = 0; i < 50; ++i) turns.push_back(unanswered(i));
  auto shown = questions(turns);
  REQUIRE(shown.size() == 51);
  CHECK(shown[0] == "gap_parking");
  CHECK(shown[1] == "question 0");
  for (int i = 50; i < 57; ++i) turns.push_back(unanswered(i));
  shown = questions(turns);
  REQUIRE(shown.size() == 51);
  CHECK(shown[0] == "gap_parking");
  CHECK(shown[1] == "question 7");
  CHECK(shown[50] == "question 56");
}

TEST_CASE("card: a first message without an answer is there, though a notice stood before it") {
  const auto shown = questions(
      {turn("zxcv", R"({"replies": [{"kind": "info"}, {"kind": "fallback", "text": "x"}]})"),
       turn("", R"({"replies": [{"kind": "fallback", "text": "erased"}]})"),
       turn("hours?", R"({"replies": [{"kind": "answer", "text": "9 to 5"}]})")});
  CHECK(shown == nlohmann::ordered_json{"zxcv"});
}
