// Proven, not sampled: every topic and request, in every question of the form, on every channel, in
// every language. It is served, and the same question comes back with nothing lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/dialogs/script_of_the_clinic.h"

namespace {

using dialogs::Channel;

/// Requests that are meant to move the form; each has tests of its own.
const std::set<std::string> kMovesTheForm = {"cancel_callback", "start_over", "delete_my_data",
                                             "affirm", "deny"};

std::string where(const std::string& topic, const tests::Question& question, Channel channel,
                  const std::string& language) {
  return topic + " while asked for " + question.asks +
         (channel == Channel::sms ? ", sms, " : ", web, ") + language;
}

template <typename Check>
void for_every_question(Check check) {
  for (const Channel channel : {Channel::web, Channel::sms})
    for (const std::string language : {"en", "es"})
      for (const auto& question : tests::questions(channel, language)) {
        tests::Conversation conversation(channel, language);
        REQUIRE_MESSAGE(conversation.go_to(question.asks).asks == question.asks, question.asks);
        check(conversation, question, channel, language);
      }
}

}  // namespace

TEST_CASE("digression: every topic in every question, and the same question again") {
  for_every_question([](const tests::Conversation& at, const tests::Question& question,
                        Channel channel, const std::string& language) {
    for (const auto& topic : tests::script_of_the_clinic().knowledge->topics()) {
      if (kMovesTheForm.contains(topic.id)) continue;
      tests::Conversation conversation = at;
      const auto before = conversation.session();
      const auto turn = conversation.say("(a question)", {topic.id});
      const std::string place = where(topic.id, question, channel, language);
      CHECK_MESSAGE(turn.asks == question.asks, place, " now asks ", turn.asks);
      CHECK_MESSAGE(turn.session.slots == before.slots, place);
      CHECK_MESSAGE(turn.session.state == before.state, place);
      CHECK_MESSAGE(std::count(turn.topics.begin(), turn.topics.end(), topic.id) == 1, place);
      CHECK_MESSAGE(!turn.replies.empty(), place);
      CHECK_MESSAGE(turn.effects.empty(), place);
    }
  });
}

TEST_CASE("digression: danger in every question, and the same question after it") {
  for_every_question([](const tests::Conversation& at, const tests::Question& question,
                        Channel channel, const std::string& language) {
    for (const auto& id : tests::script_of_the_clinic().knowledge->safety().ids()) {
      tests::Conversation conversation = at;
      const auto before = conversation.session();
      const std::string place = where(id, question, channel, language);
      const auto danger = conversation.be_in_danger(id);
      REQUIRE_MESSAGE(danger.replies.size() == 1, place);
      CHECK_MESSAGE(danger.replies[0].kind == dialogs::ReplyKind::crisis, place);
      CHECK_MESSAGE(danger.replies[0].text.find("911") != std::string::npos, place);
      CHECK_MESSAGE(danger.asks.empty(), place);
      const auto after = conversation.say(language == "es" ? "sigamos" : "ok let's go on");
      CHECK_MESSAGE(after.asks == question.asks, place, " now asks ", after.asks);
      CHECK_MESSAGE(after.session.slots == before.slots, place);
      CHECK_MESSAGE(!after.safety, place);
    }
  });
}
