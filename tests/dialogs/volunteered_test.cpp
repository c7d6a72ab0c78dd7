#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "tests/dialogs/slot_answers.h"

using dialogs::SlotKind;
using tests::answer_context;

namespace {

/// "name=Dana; phone=+12135550187" of the table of several details.
std::map<std::string, std::string> details_of(const std::string& text) {
  std::map<std::string, std::string> details;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ';');) {
    part.erase(0, part.find_first_not_of(' '));
    const std::size_t sign = part.find('=');
    details[part.substr(0, sign)] = part.substr(sign + 1);
  }
  return details;
}

std::map<std::string, std::string> volunteered_in(const std::string& text) {
  std::map<std::string, std::string> details;
  for (const auto& detail : dialogs::volunteered(text, answer_context("en")))
    details[std::string(dialogs::name_of(detail.kind))] = tests::written(detail.value);
  return details;
}

}  // namespace

TEST_CASE("volunteered: several details in one message, in any order") {
  for (const auto& answer : tests::slot_answers("several.txt")) {
    const auto got = volunteered_in(answer.text);
    for (const auto& [slot, want] : details_of(answer.values.front())) {
      const auto found = got.find(slot);
      const std::string have = found == got.end() ? "?" : found->second;
      CHECK_MESSAGE(tests::is_same_value(want, have), answer.at << " | " << answer.text << " | "
                                                                << slot << " want " << want
                                                                << " got " << have);
    }
  }
}

TEST_CASE("volunteered: messages that volunteer nothing") {
  for (const char* text : {"hi",
                           "how long is the program",
                           "do you have evening groups?",
                           "what are your hours?",
                           "Is it confidential?",
                           "I'm so tired of this",
                           "my son needs help",
                           "can someone call me",
                           "do you take Aetna?",
                           "is group in the morning or at night?",
                           "how many days a week?",
                           "I have been drinking for 5 days",
                           "he's 17 is that ok",
                           "tengo 45 años",
                           "¿tienen grupos los sábados?",
                           "¿aceptan Medi-Cal?",
                           "estoy cansada",
                           "mi hijo toma mucho",
                           "i need medical help",
                           "we are united in this",
                           "ya",
                           "las dos",
                           "213-555",
                           "1-800-BATMAN",
                           "I want to stop drinking",
                           ""}) {
    CAPTURE(text);
    CHECK(volunteered_in(text).empty());
  }
}

TEST_CASE("volunteered: a detail beside a question or a story is taken") {
  CHECK(volunteered_in("how long is it? call me at 213-555-0187")["phone"] == "+12135550187");
  CHECK(volunteered_in("I drink too much, my name is Ruth")["name"] == "Ruth");
  CHECK(volunteered_in("my wife left and I need this, ray@example.com")["email"] ==
        "ray@example.com");
  CHECK(volunteered_in("please call me after 5")["callback_time"] == "any 17:00-21:00");
  CHECK(volunteered_in("it's for my brother")["for_whom"] == "brother");
  CHECK(volunteered_in("my son uses, can I sign him up? it's for him")["for_whom"] == "son");
  CHECK(volunteered_in("mi hija no sale del cuarto, ¿hay algo para ella?")["for_whom"] ==
        "daughter");
  CHECK(volunteered_in("I have Cigna, is that ok")["insurer"] == "Cigna");
}
