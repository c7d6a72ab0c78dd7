#include "bot/service/card_questions.h"

#include <doctest/doctest.h>

#include "tests/bot/content_of_the_clinic.h"

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

bot::CardQuestions questions(const std::vector<bot::StoredTurn>& turns) {
  return bot::card_questions(turns, *tests::content_of_the_clinic().knowledge);
}

}  // namespace

TEST_CASE("card: of messages without an answer the newest fifty, in order, and every gap topic") {
  std::vector<bot::StoredTurn> turns = {
      turn("is there parking?", R"({"topics": ["gap_parking"], "replies": [{"kind": "answer"}]})")};
  for (int i = 0; i < 50; ++i) turns.push_back(unanswered(i));
  auto shown = questions(turns).open;
  REQUIRE(shown.size() == 51);
  CHECK(shown[0] == "gap_parking");
  CHECK(shown[1] == "question 0");
  for (int i = 50; i < 57; ++i) turns.push_back(unanswered(i));
  shown = questions(turns).open;
  REQUIRE(shown.size() == 51);
  CHECK(shown[0] == "gap_parking");
  CHECK(shown[1] == "question 7");
  CHECK(shown[50] == "question 56");
}

TEST_CASE("card: a first message without an answer is there, though a notice stood before it") {
  const auto asked = questions(
      {turn("zxcv", R"({"replies": [{"kind": "info"}, {"kind": "fallback", "text": "x"}]})"),
       turn("", R"({"replies": [{"kind": "fallback", "text": "erased"}]})"),
       turn("hours?", R"({"replies": [{"kind": "answer", "text": "9 to 5"}]})")});
  CHECK(asked.open == std::vector<std::string>{"zxcv"});
}

TEST_CASE("card: what they asked about, once each; what they want done is no question") {
  const auto asked = questions({turn("hi, hours?", R"({"topics": ["greeting", "hours_per_week"]})"),
                                turn("call me", R"({"topics": ["request_callback"]})"),
                                turn("and the cost?", R"({"topics": ["cost", "hours_per_week"]})"),
                                turn("?", R"({"topics": ["of_an_older_content"]})")});
  CHECK(asked.topics ==
        std::vector<std::string>{"hours_per_week", "cost", "of_an_older_content"});
  CHECK(asked.open.empty());
}
