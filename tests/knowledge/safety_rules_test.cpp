#include <doctest/doctest.h>

#include <algorithm>

#include "knowledge/safety_pattern.h"
#include "knowledge/safety_patterns.h"
#include "tests/knowledge/content_folder.h"

namespace {

const char kWordings[] =
    "  en: {web: 'Call 911 or 988.', sms: 'Call 911 or 988.'}\n"
    "  es: {web: 'Llame al 911 o al 988.', sms: 'Llame al 911 o al 988.'}\n";

/// The problems of a folder with one crisis file that ends with `rest`.
std::string problems_of(const std::string& rest) {
  const ContentFolder folder;
  folder.write("safety/crisis_fire.yaml", "id: crisis_fire\nself:\n" + std::string(kWordings) +
                                              "other:\n" + kWordings + "concern:\n" + kWordings +
                                              rest);
  knowledge::Problems problems;
  auto rules = knowledge::SafetyRules::load(folder.path() / "safety", {"en", "es"}, problems);
  knowledge::SafetyPatterns::compile(std::move(rules), problems);
  std::string text;
  for (const auto& problem : problems) text += to_string(problem) + "\n";
  return text;
}

bool names(const std::string& problems, const std::string& what) {
  return problems.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("safety rules: a fitting file has no problem") {
  CHECK(problems_of("signs:\n"
                    "  - means: 'Something burns.'\n"
                    "    patterns: ['house is ... (burning|on fire)']\n"
                    "    examples: ['my house is really on fire']\n"
                    "    benign: ['my house is on the market']\n") == "");
}

TEST_CASE("safety rules: a mistake is named with its place") {
  CHECK(names(problems_of("sings: []\n"), "sings"));
  CHECK(names(problems_of("signs:\n  - means: 'x'\n    patterns: []\n"), "says nothing"));
  CHECK(names(problems_of("signs:\n  - means: 'x'\n    patterns: ['on (fire']\n"
                          "    examples: ['on fire']\n"),
              "never closed"));
  CHECK(names(problems_of("signs:\n  - means: 'x'\n    patterns: ['on fire', 'it burns']\n"
                          "    examples: ['on fire']\n"),
              "no example shows the pattern 'it burns'"));
  CHECK(names(problems_of("signs:\n  - means: 'x'\n    patterns: ['on fire']\n"
                          "    examples: ['on fire', 'all is well']\n"),
              "matched by no pattern"));
  CHECK(names(problems_of("signs:\n  - means: 'x'\n    patterns: ['on fire']\n"
                          "    examples: ['on fire']\n    benign: ['this game is on fire']\n"),
              "is read as an emergency"));
  CHECK(names(problems_of("signs:\n  - means: 'x'\n    who: them\n    patterns: ['on fire']\n"
                          "    examples: ['on fire']\n"),
              "write self or other"));
  CHECK(names(problems_of("signs:\n  - means: 'x'\n    patterns: ['{flame}']\n"
                          "    examples: ['flame']\n"),
              "there is no list {flame}"));
}

TEST_CASE("safety rules: clauses end at stops, not inside words; disguises are undone") {
  using knowledge::as_clauses;
  CHECK(as_clauses("i'm done. bye, all! ok?") == "im done \nbye all \nok ");
  CHECK(as_clauses("3.5 days") == "3 5 days ");
  CHECK(as_clauses("k1ll") == "kill ");
  CHECK(as_clauses("d!e") == "die ");
  CHECK(as_clauses("30mg at 5pm") == "30mg at 5pm ");
  CHECK(as_clauses("i k i l l") == "i kill ");
  CHECK(as_clauses("") == "");
  CHECK(as_clauses("...") == "");
}
