#include "knowledge/facts.h"

#include <doctest/doctest.h>

#include <random>

using knowledge::Fact;
using knowledge::FactReader;

namespace {

std::string facts_of(const FactReader& reader, const std::string& text) {
  std::string line;
  for (const auto& fact : reader.read(text)) {
    line += line.empty() ? "" : " | ";
    line += fact.kind == Fact::Kind::phone ? "tel " : fact.kind == Fact::Kind::date ? "date " : "";
    line += fact.value + (fact.unit.empty() ? "" : " " + fact.unit);
  }
  return line;
}

}  // namespace

TEST_CASE("facts: what an English text claims") {
  const FactReader english("en");
  const std::pair<std::string, std::string> table[] = {
      {"", ""},
      {"One of us will call you once we may.", ""},
      {"9-15 hours of therapy a week", "9 hour | 15 hour"},
      {"nine to fifteen hours", "9 hour | 15 hour"},
      {"Between 9 and 15 hours", "9 hour | 15 hour"},
      {"twenty-four hours, sixty %", "24 hour | 60 percent"},
      {"24-hour supervision", "24 hour"},
      {"We are there 24/7.", "24 hour | 7 day"},
      {"100% confidential", "100 percent"},
      {"one hundred percent", "100 percent"},
      {"Call 323-990-8178, (323) 990-8178 or +1 323.990.8178",
       "tel 3239908178 | tel 3239908178 | tel 3239908178"},
      {"reviewed October 7, 2024.", "date 2024-10-7"},
      {"on 7 October 2024", "date 2024-10-7"},
      {"in October 2024", "date 2024-10-?"},
      {"since October", "date ?-10-?"},
      {"You may. In May 2024", "date 2024-5-?"},
      {"October 7, 2024, 9 hours", "date 2024-10-7 | 9 hour"},
      {"1. Call us.\n2. Meet us.", ""},
      {"a 12-step group", "12"},
      {"$1,000 or 2.5 weeks", "1000 week | 2.5 week"},
      {"$1,000. 2.5 weeks", "1000 | 2.5 week"},
      {"ten hrs, 3 wks", "10 hour | 3 week"},
  };
  for (const auto& [text, facts] : table) {
    CAPTURE(text);
    CHECK(facts_of(english, text) == facts);
  }
}

TEST_CASE("facts: the same in Spanish") {
  const FactReader spanish("es");
  const std::pair<std::string, std::string> table[] = {
      {"Una persona le llama a usted.", ""},
      {"de 9 a 15 horas por semana", "9 hour | 15 hour"},
      {"de nueve a quince horas", "9 hour | 15 hour"},
      {"entre nueve y quince horas", "9 hour | 15 hour"},
      {"las 24 horas, los 7 días", "24 hour | 7 day"},
      {"veinticuatro horas, treinta y cinco días", "24 hour | 35 day"},
      {"100 % confidencial, cien por ciento", "100 percent | 100 percent"},
      {"el 7 de octubre de 2024", "date 2024-10-7"},
      {"octubre de 2024", "date 2024-10-?"},
      {"once semanas", "11 week"},
  };
  for (const auto& [text, facts] : table) {
    CAPTURE(text);
    CHECK(facts_of(spanish, text) == facts);
  }
}

TEST_CASE("facts: what a section holds") {
  const FactReader english("en"), spanish("es");
  const auto section = english.read(
      "IOP usually requires 9-15 hours of therapy a week. Call 323-990-8178, 24/7. Reviewed: "
      "October 7, 2024.");
  for (const auto* text : {"nine hours", "15 hours", "9", "24 hours a day, 7 days a week",
                           "October 2024", "7 October", "+1 (323) 990 8178"})
    for (const auto& fact : english.read(text)) CHECK_MESSAGE(hold(section, fact), text);
  for (const auto* text : {"nueve horas", "las 24 horas", "octubre de 2024"})
    for (const auto& fact : spanish.read(text)) CHECK_MESSAGE(hold(section, fact), text);
  for (const auto* text : {"nine days", "10 hours", "24 weeks", "October 8", "November", "2024",
                           "323-990-8179", "7 hours"}) {
    const auto facts = english.read(text);
    REQUIRE(facts.size() == 1);
    CHECK_MESSAGE(!hold(section, facts[0]), text);
  }
}

TEST_CASE("facts: any bytes") {
  const FactReader english("en");
  std::mt19937 random(3);
  const std::string alphabet = "0123456789-/.,% ()\nabdmortuy\xc3\xa9";
  for (int i = 0; i < 3000; ++i) {
    std::string text(random() % 80, ' ');
    for (char& byte : text) byte = alphabet[random() % alphabet.size()];
    for (const auto& fact : english.read(text)) CHECK_FALSE(fact.value.empty());
  }
}
