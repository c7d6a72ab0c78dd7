#include "dialogs/permission.h"

#include <doctest/doctest.h>

using List = std::vector<std::string>;

TEST_CASE("permission: what is taken back") {
  CHECK(dialogs::taken_back("please leave no voicemail") == List{"may_voicemail"});
  CHECK(dialogs::taken_back("don't send me texts") == List{"may_text"});
  CHECK(dialogs::taken_back("don't text me or leave a message") ==
        List{"may_text", "may_voicemail"});
  CHECK(dialogs::taken_back("no mencionen la clinica") == List{"may_say_clinic"});
  CHECK(dialogs::taken_back("ya no me dejen recados") == List{"may_voicemail"});
  CHECK(dialogs::taken_back("sin mensajes de texto, por favor") == List{"may_text"});
}

TEST_CASE("permission: what is left as it is") {
  CHECK(dialogs::taken_back("you can text me").empty());
  CHECK(dialogs::taken_back("no, text is fine").empty());
  CHECK(dialogs::taken_back("no problem with texts").empty());
  CHECK(dialogs::taken_back("why don't you text me?").empty());
  CHECK(dialogs::taken_back("cancel my call").empty());
}

TEST_CASE("permission: how to call is not whether to call") {
  CHECK(dialogs::limits_the_call("don't call me at the office"));
  CHECK(dialogs::limits_the_call("no me llamen al trabajo"));
  CHECK_FALSE(dialogs::limits_the_call("don't call me"));
  CHECK_FALSE(dialogs::limits_the_call("ya no me llamen"));
}
