#include "knowledge/asked_answers.h"

#include <doctest/doctest.h>

#include "knowledge/normalize.h"
#include "tests/knowledge/content_of_the_clinic.h"

using namespace knowledge;
using tests::content;

namespace {

/// Which particular answer of `topic` the message gets; -1 for the ordinary one.
int asked(const std::string& topic, const std::string& text) {
  Problems problems;
  static const AskedAnswers answers =
      AskedAnswers::compile(content().topics, content().entities.phrase_lists(), problems);
  CHECK(problems.empty());
  const auto found = answers.find(topic, as_words(normalize(text)));
  return found ? static_cast<int>(*found) : -1;
}

struct Row {
  const char* topic;
  const char* text;
  int answer;
};

}  // namespace

TEST_CASE("asked: a wish for a verdict, a cure or a plan to stop is not answered with 'yes'") {
  const Row rows[] = {
      {"substance_use", "should i quit drinking this weekend?", 0},
      {"substance_use", "My boyfriend wants to know, is it safe to stop cold turkey", 0},
      {"substance_use", "puedo dejar de tomar de golpe", 0},
      {"substance_use", "is my husband an alcoholic?", 1},
      {"substance_use", "¿será que tengo un problema con el alcohol?", 1},
      {"conditions_treated", "Can you cure bipolar", 0},
      {"conditions_treated", "do i have ptsd or what", 0},
      {"conditions_treated", "me garantizan que se me quita la ansiedad", 0},
      {"confidentiality", "will you tell my wife?", 0},
      {"confidentiality", "is this chat recorded", 0},
      {"confidentiality", "se va a enterar mi patrón", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(asked(row.topic, row.text) == row.answer);
  }
}

TEST_CASE("asked: a plain question keeps the plain answer") {
  const Row rows[] = {
      {"substance_use", "do you treat alcohol", -1},
      {"substance_use", "I need to stop drinking, can you help", -1},
      {"substance_use", "ayudan con la cocaína", -1},
      {"conditions_treated", "do you treat depression", -1},
      {"conditions_treated", "I have PTSD, can I come", -1},
      {"conditions_treated", "tengo ansiedad, lo tratan?", -1},
      {"confidentiality", "is it private", -1},
      {"confidentiality", "son confidenciales las llamadas", -1},
      {"hours_per_week", "should i quit drinking", -1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(asked(row.topic, row.text) == row.answer);
  }
}

TEST_CASE("asked: a broken phrase is named with its topic") {
  Topic topic;
  topic.id = "cost";
  topic.asked.push_back({{{"en", {"how (much"}}}, {}});
  Problems problems;
  AskedAnswers::compile({topic}, {}, problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].file == "topics/cost.yaml");
}
