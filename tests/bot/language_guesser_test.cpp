#include "knowledge/language_guesser.h"

#include <doctest/doctest.h>

#include "tests/bot/content_of_the_clinic.h"

namespace {

std::string language(const char* text, const char* conversation) {
  return tests::content_of_the_clinic().knowledge->understand({text, conversation}).language;
}

}  // namespace

TEST_CASE("language: words of both languages turn no conversation") {
  for (const char* text : {"yo", "no", "me", "ok", "no, no, no", "yo yo", "ok no", "No me"}) {
    CAPTURE(text);
    CHECK(language(text, "en") == "en");
    CHECK(language(text, "es") == "es");
  }
}

TEST_CASE("language: words of both languages begin one in the first language") {
  for (const char* text : {"yo", "no", "ok"}) CHECK(language(text, "") == "en");
}

TEST_CASE("language: a real change of language turns it") {
  CHECK(language("no sé qué hacer con mi hijo", "en") == "es");
  CHECK(language("how much does it cost?", "es") == "en");
  CHECK(language("no gracias, mejor después", "en") == "es");
}
