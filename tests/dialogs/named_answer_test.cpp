// The answer speaks of what was named, and never says yes to what the page does not list.
#include <doctest/doctest.h>

#include "tests/dialogs/script_of_the_clinic.h"

namespace {

using dialogs::Channel;

/// The texts of the answers to one message, one a line.
std::string answers(const std::string& text, const std::string& topic,
                    const std::string& language = "en", Channel channel = Channel::web) {
  tests::Conversation conversation(channel, language);
  std::string lines;
  for (const auto& reply : conversation.say(text, {topic}).replies)
    if (reply.kind == dialogs::ReplyKind::answer) lines += reply.text + "\n";
  return lines;
}

bool says(const std::string& answer, const std::string& words) {
  return answer.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("named answers: yes to what the page lists, by its name") {
  struct Row {
    std::string text, topic, language, expected;
  };
  const Row table[] = {
      {"do u treat ocd", "conditions_treated", "en", "Yes, we treat OCD in our IOP."},
      {"my anxiety and my depresion", "conditions_treated", "en",
       "Yes, we treat anxiety and depression in our IOP."},
      {"panic attacks?", "conditions_treated", "en", "Yes, we treat anxiety in our IOP."},
      {"tratan la depre", "conditions_treated", "es", "en nuestro IOP tratamos la depresión."},
      {"do you do cbt or dbt", "therapies", "en", "Yes, IOP may include CBT and DBT."},
      {"hay terapia individual", "therapies", "es",
       "Sí, el IOP puede incluir la terapia individual."},
      {"my brother uses fentanyl", "substance_use", "en", "about fentanyl from the very first"},
      {"can i call for my daughter", "help_for_loved_one", "en", "help your daughter get started"},
      {"es para mi esposo", "help_for_loved_one", "es", "el primer paso por su esposo"},
  };
  for (const auto& [text, topic, language, expected] : table)
    CHECK_MESSAGE(says(answers(text, topic, language), expected), text, " -> ",
                  answers(text, topic, language));
}

TEST_CASE("named answers: what the page does not list is never affirmed") {
  struct Row {
    std::string text, topic, language, expected;
  };
  const Row table[] = {
      {"do you treat eating disorders", "gap_other_condition", "en",
       "Our reviewed page doesn't mention eating disorders,"},
      {"autism or adhd", "gap_other_condition", "en", "doesn't mention autism or ADHD,"},
      {"mi hijo tiene esquizofrenia", "gap_other_condition", "es", "no menciona la esquizofrenia,"},
      {"u take aetna", "gap_specific_insurer", "en", "I can't say yes or no about Aetna."},
      {"aceptan kaiser o molina", "gap_specific_insurer", "es", "si aceptan Kaiser o Molina."},
      {"do you do emdr", "therapies", "en", "doesn't mention EMDR,"},
      {"can i stay on suboxone", "gap_medication", "en", "doesn't say anything about Suboxone,"},
  };
  for (const auto& [text, topic, language, expected] : table) {
    const auto answer = answers(text, topic, language);
    CHECK_MESSAGE(says(answer, expected), text, " -> ", answer);
    CHECK_MESSAGE(!says(answer, "Yes,"), text);
    CHECK_MESSAGE(!says(answer, "Sí, "), text);
  }
}

TEST_CASE("named answers: listed and unlisted of one topic are two answers") {
  const auto answer = answers("do you do cbt and emdr", "therapies");
  CHECK(says(answer, "Yes, IOP may include CBT."));
  CHECK(says(answer, "doesn't mention EMDR,"));
  tests::Conversation conversation;
  const auto turn = conversation.say("do you do cbt and emdr", {"therapies"});
  CHECK(turn.topics == std::vector<std::string>{"therapies"});
  for (const auto& reply : turn.replies)
    if (reply.kind == dialogs::ReplyKind::answer) CHECK(reply.topic == "therapies");
}

TEST_CASE("named answers: nothing or too much named gets the general answer") {
  CHECK(says(answers("what do you treat", "conditions_treated"),
             "We treat depression, anxiety, bipolar disorder"));
  CHECK(says(answers("depression anxiety ptsd ocd", "conditions_treated"),
             "We treat depression, anxiety, bipolar disorder"));
  CHECK(says(answers("my son and my daughter", "help_for_loved_one"), "help a loved one"));
}

TEST_CASE("named answers: a button asks nothing by name") {
  tests::Conversation conversation;
  conversation.say("do you treat ocd", {"conditions_treated"});
  const auto turn = conversation.press("topic:conditions_treated");
  REQUIRE(!turn.replies.empty());
  CHECK(says(turn.replies.front().text, "We treat depression, anxiety"));
}

TEST_CASE("named answers: by SMS the letters are those of SMS") {
  const auto answer = answers("tratan la depresión", "conditions_treated", "es", Channel::sms);
  CHECK(says(answer, "tratamos la depresion."));
}
