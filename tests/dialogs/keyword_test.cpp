#include "dialogs/keyword.h"

#include <doctest/doctest.h>

#include "knowledge/normalize.h"

using dialogs::Keyword;

namespace {

Keyword keyword_of(const char* text) {
  return dialogs::keyword(knowledge::normalize(text));
}

}  // namespace

TEST_CASE("keyword: the words that stop texts, in any dress") {
  for (const char* text : {"STOP",
                           "stop",
                           "Stop.",
                           "STOP!!",
                           "unsubscribe",
                           "END",
                           "quit",
                           "Revoke",
                           "OPT OUT",
                           "opt-out",
                           "optout",
                           "cancel",
                           "STOPALL",
                           "stop all",
                           "please stop texting me",
                           "Stop messaging me",
                           "don't text me",
                           "do not contact me again",
                           "no more texts",
                           "take me off your list",
                           "unsubscribe me",
                           "stop the texts",
                           "alto",
                           "no más mensajes",
                           "ya no me manden mensajes",
                           "dejen de escribirme",
                           "no me escriban"})
    CHECK_MESSAGE(keyword_of(text) == Keyword::stop, text);
}

TEST_CASE("keyword: what only sounds like one") {
  for (const char* text : {"I want to stop drinking",
                           "I need to quit using",
                           "i quit my job",
                           "when does it end",
                           "can I cancel anytime",
                           "how do I stop",
                           "he won't stop",
                           "stop it from hurting",
                           "end it",
                           "I want to end it",
                           "can you help me stop",
                           "quiero dejar de tomar",
                           "no puedo parar",
                           "cancel my callback",
                           "remove my phone number",
                           "yes",
                           "help me",
                           "I need help",
                           "info about insurance",
                           "start the program",
                           "when can I start"})
    CHECK_MESSAGE(keyword_of(text) == Keyword::none, text);
}

TEST_CASE("keyword: START and HELP families") {
  for (const char* text : {"START", "unstop", "opt in", "subscribe"})
    CHECK_MESSAGE(keyword_of(text) == Keyword::start, text);
  for (const char* text : {"HELP", "help!", "info", "Ayuda"})
    CHECK_MESSAGE(keyword_of(text) == Keyword::help, text);
}
