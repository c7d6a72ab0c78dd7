#include "knowledge/entity_catalog.h"

#include <doctest/doctest.h>

#include "tests/knowledge/content_folder.h"

using namespace knowledge;

namespace {

const EntityCatalog& catalog() {
  static const EntityCatalog loaded = [] {
    Problems problems;
    auto result = EntityCatalog::load(PROJECT_FOLDER "/knowledge/entities", {"en", "es"}, problems);
    for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
    return result;
  }();
  return loaded;
}

/// "condition/ocd 'TOC', ..." for whatever is found.
std::string found_in(const std::string& text) {
  std::string found;
  for (const auto& entity : catalog().find(text))
    found += (found.empty() ? "" : ", ") + entity.kind + "/" + entity.id + " '" +
             text.substr(entity.begin, entity.end - entity.begin) + "'";
  return found;
}

std::string problems_of(const std::string& name, const std::string& text) {
  const ContentFolder folder;
  folder.write("entities/" + name, text);
  Problems problems;
  EntityCatalog::load(folder.path() / "entities", {"en", "es"}, problems);
  std::string lines;
  for (const auto& problem : problems) lines += to_string(problem) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("entities: found by any synonym in any language, the longest at each place") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"Do you treat OCD?", "condition/ocd 'OCD'"},
      {"do u treat o.c.d", "condition/ocd 'o.c.d'"},
      {"¿Atienden el trastorno obsesivo-compulsivo?",
       "condition/ocd 'trastorno obsesivo-compulsivo'"},
      {"tratan DEPRESIÓN y ansieda",
       "condition/depression 'DEPRESIÓN', condition/anxiety 'ansieda'"},
      {"anxiety/depression", "condition/anxiety 'anxiety', condition/depression 'depression'"},
      {"my wife’s panic attacks", "relation/wife 'wife’s', condition/anxiety 'panic attacks'"},
      {"borderline personality disorder, not bipolar",
       "other_condition/borderline 'borderline personality disorder', condition/bipolar 'bipolar'"},
      {"blue cross blue shield", "insurer/blue_cross 'blue cross blue shield'"},
      {"Medi-Cal or L.A. Care", "insurer/medi_cal 'Medi-Cal', insurer/la_care 'L.A. Care'"},
      {"fentanyl", "substance/fentanyl 'fentanyl'"},
      {"usa cristal", "substance/meth 'cristal'"},
      {"emdr or cbt?", "other_therapy/emdr 'emdr', therapy/cbt 'cbt'"},
      {"nothing of the kind", ""},
      {"", ""},
      {"depressionanxiety", ""},
      {"\xff\xfe anxiety", "condition/anxiety 'anxiety'"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(found_in(text) == expected);
  }
}

TEST_CASE("entities: an answer's own name for a thing is understood too") {
  for (const auto& kind : {"condition", "other_condition", "therapy", "shared_therapy",
                           "other_therapy", "insurer", "substance", "medication"})
    for (const auto& entry : catalog().entries_of(kind)) {
      CAPTURE(entry.id);
      const auto found = catalog().find(entry.name.in("en"));
      REQUIRE(!found.empty());
      CHECK(found.front().kind == kind);
      CHECK(found.front().id == entry.id);
    }
}

TEST_CASE("entities: mistakes in a file are named") {
  CHECK(problems_of("insurer.yaml", R"(kind: plan
entries:
  - id: a
    name: {en: A, es: A}
    synonyms: {en: [a plan], es: []}
)")
            .find("call the file plan.yaml") != std::string::npos);
  CHECK(problems_of("plan.yaml", R"(kind: plan
entries:
  - id: a
    name: {en: A, es: A}
    synonyms: {en: [gold], es: ["..."]}
  - id: b
    name: {en: B, es: B}
    synonyms: {en: [Gold], es: []}
)") == "entities/plan.yaml:5: '...' holds no word: remove it\n"
       "entities/plan.yaml:8: 'Gold' is a synonym of plan a too: keep it in one of them\n");
}
