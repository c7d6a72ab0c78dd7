#include "dialogs/permission.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using List = std::vector<std::string>;

TEST_CASE("permission: what is refused") {
  CHECK(dialogs::refused_permissions("please leave no voicemail") == List{"may_voicemail"});
  CHECK(dialogs::refused_permissions("don't send me texts") == List{"may_text"});
  CHECK(dialogs::refused_permissions("don't text me or leave a message") ==
        List{"may_text", "may_voicemail"});
  CHECK(dialogs::refused_permissions("no mencionen la clinica") == List{"may_say_clinic"});
  CHECK(dialogs::refused_permissions("ya no me dejen recados") == List{"may_voicemail"});
  CHECK(dialogs::refused_permissions("sin mensajes de texto, por favor") == List{"may_text"});
}

TEST_CASE("permission: what is refused beside other words") {
  using dialogs::refused_permissions;
  CHECK(refused_permissions("please text only, no voicemail, my number is 213-555-0133") ==
        List{"may_voicemail"});
  CHECK(refused_permissions("don't leave voicemails, my wife hears them, can you call me?") ==
        List{"may_voicemail"});
  CHECK(refused_permissions("don't leave me voicemails at work") == List{"may_voicemail"});
  CHECK(refused_permissions("calls only, i share this phone") == List{"may_text", "may_voicemail"});
  CHECK(refused_permissions("texts no, voicemail yes") == List{"may_text"});
  CHECK(refused_permissions("could you not leave a message?") == List{"may_voicemail"});
  CHECK(refused_permissions("no dejen recado, mi suegra los oye") == List{"may_voicemail"});
  CHECK(refused_permissions("solo mensajes de texto por favor") == List{"may_voicemail"});
  CHECK(refused_permissions("i do not want any messages") == List{"may_text", "may_voicemail"});
}

TEST_CASE("permission: what is answered when it was asked for") {
  using dialogs::answered_permissions;
  using Said = std::map<std::string, std::string>;
  const Said voicemail_only = {{"may_text", "no"}, {"may_voicemail", "yes"}};
  const Said text_only = {{"may_text", "yes"}, {"may_voicemail", "no"}};
  CHECK(answered_permissions("no voicemail, my husband checks it") ==
        Said{{"may_voicemail", "no"}});
  CHECK(answered_permissions("not text, voicemail is ok") == voicemail_only);
  CHECK(answered_permissions("voicemail is fine but please don't text") == voicemail_only);
  CHECK(answered_permissions("yes but no voicemail") == text_only);
  CHECK(answered_permissions("si pero no dejen recado") == text_only);
  CHECK(answered_permissions("text is better, my boss hears my voicemail") ==
        Said{{"may_text", "yes"}});
  CHECK(answered_permissions("recado no, texto si") == text_only);
  CHECK(answered_permissions("my boss reads my texts").empty());
  CHECK(answered_permissions("is a text ok?").empty());
}

TEST_CASE("permission: what is left as it is") {
  CHECK(dialogs::refused_permissions("what if i don't want texts").empty());
  CHECK(dialogs::refused_permissions("nobody left a message and i got no text").empty());
  CHECK(dialogs::refused_permissions("i don't care if you text").empty());
  CHECK(dialogs::refused_permissions("no me dejaron ningun recado").empty());
  CHECK(dialogs::refused_permissions("you can text me").empty());
  CHECK(dialogs::refused_permissions("no, text is fine").empty());
  CHECK(dialogs::refused_permissions("no problem with texts").empty());
  CHECK(dialogs::refused_permissions("why don't you text me?").empty());
  CHECK(dialogs::refused_permissions("cancel my call").empty());
}

TEST_CASE("permission: how to call is not whether to call") {
  CHECK(dialogs::limits_the_call("don't call me at the office"));
  CHECK(dialogs::limits_the_call("no me llamen al trabajo"));
  CHECK_FALSE(dialogs::limits_the_call("don't call me"));
  CHECK_FALSE(dialogs::limits_the_call("ya no me llamen"));
}
