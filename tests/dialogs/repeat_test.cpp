#include <doctest/doctest.h>

#include <set>
#include <string>

#include "knowledge/gsm7.h"
#include "tests/dialogs/script_of_the_clinic.h"

using dialogs::ReplyKind;

namespace {

/// The paragraphs of a turn that may not come again in the next one.
std::set<std::string> paragraphs(const dialogs::Turn& turn) {
  std::set<std::string> texts;
  for (const auto& reply : turn.replies)
    if (reply.kind != ReplyKind::confirm && reply.kind != ReplyKind::crisis)
      texts.insert(reply.text);
  return texts;
}

bool share_a_paragraph(const dialogs::Turn& before, const dialogs::Turn& after) {
  const auto said = paragraphs(before);
  for (const auto& text : paragraphs(after))
    if (said.contains(text)) return true;
  return false;
}

}  // namespace

TEST_CASE("repeat: a question asked three times in a row is never answered in the same words") {
  for (const char* language : {"en", "es"})
    for (const char* topic : {"cost", "contact_phone", "talk_to_human", "length_of_stay"}) {
      CAPTURE(topic);
      tests::Conversation conversation(dialogs::Channel::web, language);
      conversation.go_to("phone");
      const auto first = conversation.say("?", {topic});
      const auto second = conversation.say("?", {topic});
      const auto third = conversation.say("?", {topic});
      CHECK_FALSE(share_a_paragraph(first, second));
      CHECK_FALSE(share_a_paragraph(second, third));
      CHECK(third.asks == "phone");
    }
}

TEST_CASE("repeat: by text message what is varied stays within two segments") {
  tests::Conversation conversation(dialogs::Channel::sms);
  conversation.go_to("callback_time");
  for (int time = 0; time < 3; ++time)
    for (const auto& reply : conversation.say("?", {"contact_phone"}).replies)
      CHECK(knowledge::gsm7_septets(reply.text).value_or(SIZE_MAX) <= knowledge::kSmsSeptetsMax);
}

TEST_CASE("repeat: words about danger come again as they are") {
  tests::Conversation conversation;
  const auto first = conversation.be_in_danger("crisis_suicide");
  const auto second = conversation.be_in_danger("crisis_suicide");
  CHECK(first.replies.back().text == second.replies.back().text);
}
