// The safe-contact card: what the visitor allowed beside the call, and the proof of each yes.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/bot/talk.h"

namespace {

bot::Callback stored(tests::Talk& talk, const char* messages, const char* clinic) {
  nlohmann::json turn;
  for (const char* line :
       {"please call me", "for me", "Dana", "213-555-0187", "tomorrow at 10", messages, clinic})
    if (*line != '\0') turn = talk.say(line);
  turn = talk.say("yes");
  const auto callback = talk.store().find_callback(turn.at("lead").at("id").get<std::string>());
  REQUIRE(callback);
  return *callback;
}

std::string text_of(const bot::Callback& callback, const std::string& slot) {
  const auto found = callback.fields.find(slot);
  return found == callback.fields.end() ? "" : std::get<std::string>(found->second);
}

const dialogs::Consent* permission(const bot::Callback& callback, const std::string& slot) {
  const auto& all = callback.permissions;
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const auto& one) { return one.id == slot; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("safe contact: each yes is kept with its words, version, channel and time") {
  tests::Talk talk("web", {}, {}, "America/New_York");
  const auto callback = stored(talk, "both are fine", "yes");
  CHECK(text_of(callback, "may_text") == "yes");
  CHECK(text_of(callback, "may_voicemail") == "yes");
  CHECK(text_of(callback, "may_say_clinic") == "yes");
  CHECK(text_of(callback, "zone") == "America/New_York");
  CHECK(callback.consent.id == "callback");
  CHECK(callback.consent.wording.find("you agree") != std::string::npos);
  REQUIRE(callback.permissions.size() == 3);
  for (const char* slot : {"may_text", "may_voicemail", "may_say_clinic"}) {
    const auto* given = permission(callback, slot);
    REQUIRE_MESSAGE(given, slot);
    CHECK(given->wording.find("?") != std::string::npos);
    CHECK(given->version == callback.consent.version);
    CHECK(given->channel == dialogs::Channel::web);
    CHECK(given->at_ms > 0);
  }
}

TEST_CASE("safe contact: a no leaves no permission") {
  tests::Talk talk("web");
  const auto callback = stored(talk, "neither", "");
  CHECK(text_of(callback, "may_text") == "no");
  CHECK(text_of(callback, "may_voicemail") == "no");
  CHECK(text_of(callback, "may_say_clinic") == "no");
  CHECK(callback.permissions.empty());
}

TEST_CASE("safe contact: voicemail only, without the clinic's name") {
  tests::Talk talk("web");
  const auto callback = stored(talk, "voicemail only", "no");
  CHECK(permission(callback, "may_voicemail"));
  CHECK(callback.permissions.size() == 1);
}

TEST_CASE("safe contact: STOP takes the texting back") {
  tests::Talk talk("sms");
  nlohmann::json turn;
  for (const char* line :
       {"please call me", "for me", "Dana", "tomorrow at 10", "both", "no", "yes"})
    turn = talk.say(line);
  const auto id = turn.at("lead").at("id").get<std::string>();
  CHECK(text_of(*talk.store().find_callback(id), "may_text") == "yes");
  talk.say("STOP");
  CHECK(text_of(*talk.store().find_callback(id), "may_text") == "no");
}
