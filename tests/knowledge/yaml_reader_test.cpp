#include "knowledge/yaml_reader.h"

#include <doctest/doctest.h>

#include <functional>
#include <utility>

#include "tests/knowledge/content_folder.h"

using knowledge::Languages;
using knowledge::Problems;
using knowledge::YamlMap;

namespace {

using Reading = std::function<void(YamlMap&)>;

/// The problems of `yaml` under `reading`, as "file:line: message" lines.
std::string problems_of(const std::string& yaml, const Reading& reading) {
  const ContentFolder folder;
  const auto file = folder.write("topics/x.yaml", yaml);
  Problems problems;
  YamlMap map = YamlMap::read_file(file, folder.path(), problems);
  reading(map);
  map.finish();
  std::string lines;
  for (const auto& problem : problems) lines += to_string(problem) + "\n";
  return lines;
}

void read_text(YamlMap& map) {
  map.text("a");
}
void read_number(YamlMap& map) {
  map.number("a", 1, 10);
}
void read_real(YamlMap& map) {
  map.real("a", 0, 1);
}
void read_flag(YamlMap& map) {
  map.flag_or("a", false);
}
void read_texts(YamlMap& map) {
  map.texts("a");
}
void read_map(YamlMap& map) {
  map.map("a").finish();
}
void read_maps(YamlMap& map) {
  for (auto& item : map.maps("a")) {
    item.text("b");
    item.finish();
  }
}
void read_localized(YamlMap& map) {
  map.localized("a", {"en", "es"});
}
void read_lists(YamlMap& map) {
  map.localized_texts("a", {"en", "es"});
}
void read_wording(YamlMap& map) {
  map.wording("a", {"en"});
}

}  // namespace

TEST_CASE("yaml: values as they stand") {
  const std::string yaml =
      "a: hello\nb: |\n  two\n  lines\nc: 42\nd: 0.5\ne: true\nf: [x, 'y z', 3]\n"
      "g: {k: v}\nh:\n  - {k: 1}\n  - {k: 2}\ni: -7\nj: yes\n";
  CHECK(problems_of(yaml, [](YamlMap& map) {
          CHECK(map.text("a") == "hello");
          CHECK(map.text("b") == "two\nlines");
          CHECK(map.number("c", 0, 100) == 42);
          CHECK(map.real("d", 0, 1) == 0.5);
          CHECK(map.flag_or("e", false));
          CHECK(map.flag_or("absent", true));
          CHECK(map.texts("f") == std::vector<std::string>{"x", "y z", "3"});
          CHECK(map.texts("absent too").empty());
          YamlMap g = map.map("g");
          CHECK(g.text("k") == "v");
          CHECK(g.line() == 9);
          auto h = map.maps("h");
          REQUIRE(h.size() == 2);
          CHECK(h[1].number("k", 0, 9) == 2);
          CHECK(h[1].line() == 12);
          CHECK(map.number("i", -10, 10) == -7);
          CHECK(map.text_or("j", "no") == "yes");
          CHECK(map.text_or("absent three", "no") == "no");
          CHECK(map.has("a"));
          CHECK_FALSE(map.has("absent"));
          CHECK(map.keys().size() == 10);
          CHECK(map.keys()[1] == "b");
          CHECK(map.file() == "topics/x.yaml");
          CHECK(map.line_of({"b"}) == 2);
          CHECK(map.line_of({"h", "k"}) == 10);
          CHECK(map.line_of({"absent", "k"}) == 1);
        }) == "");
}

TEST_CASE("yaml: a text per language") {
  const std::string yaml =
      "t: {en: Hi, es: Hola, fr: Salut}\n"
      "w:\n  en: {web: 'It’s', sms: 'It’s'}\n  es: {web: más, sms: más}\n  fr: 7\n"
      "p:\n  en: [a, b]\n  es: []\n";
  CHECK(problems_of(yaml, [](YamlMap& map) {
          const auto title = map.localized("t", {"en", "es"});
          CHECK(title.in("es") == "Hola");
          CHECK(title.by_language.size() == 2);
          const auto wording = map.wording("w", {"en", "es"});
          CHECK(wording.in("en").web == "It’s");
          CHECK(wording.in("en").sms == "It's");
          CHECK(wording.in("es").sms == "mas");
          const auto lists = map.localized_texts("p", {"en", "es"});
          CHECK(lists.at("en").size() == 2);
          CHECK(lists.at("es").empty());
        }) == "");
}

TEST_CASE("yaml: every mistake has its line and says what to do") {
  struct Row {
    std::string yaml;
    Reading reading;
    std::string problem;
  };
  const Row table[] = {
      {"b: 1\n", read_text,
       "1: missing key 'a': add it\n"
       "topics/x.yaml:1: unknown key 'b': remove it or use one of: a"},
      {"\n# note\na: ''\n", read_text, "3: 'a' is blank: write a text or remove it"},
      {"a:\n", read_text, "1: 'a' is blank: write a text or remove it"},
      {"a: [x]\n", read_text, "1: 'a' must be a text, not a list"},
      {"a: {x: y}\n", read_text, "1: 'a' must be a text, not a mapping"},
      {"a: x\na: y\n", read_text, "2: key 'a' stands twice (first in line 1): keep one"},
      {"? [x]\n: y\na: z\n", read_text, "1: a key must be a plain text: write 'key: value'"},
      {"a: 11\n", read_number, "1: 'a' must be a whole number from 1 to 10, not '11'"},
      {"a: 1.5\n", read_number, "1: 'a' must be a whole number from 1 to 10, not '1.5'"},
      {"a: 5x\n", read_number, "1: 'a' must be a whole number from 1 to 10, not '5x'"},
      {"a: '5'\n", read_number, "1: 'a' must be a whole number from 1 to 10, not '5'"},
      {"a: 99999999999999999999\n", read_number,
       "1: 'a' must be a whole number from 1 to 10, not '99999999999999999999'"},
      {"a: []\n", read_number, "1: 'a' must be a whole number from 1 to 10, not a list"},
      {"a: nan\n", read_real, "1: 'a' must be a number from 0 to 1, not 'nan'"},
      {"a: 1.01\n", read_real, "1: 'a' must be a number from 0 to 1, not '1.01'"},
      {"a: yes\n", read_flag, "1: 'a' must be true or false, not 'yes'"},
      {"a: 'true'\n", read_flag, "1: 'a' must be true or false, not 'true'"},
      {"a: x\n", read_texts, "1: 'a' must be a list, not a text"},
      {"a:\n  - x\n  - ''\n", read_texts, "3: 'a' is blank: write a text or remove it"},
      {"a:\n  - x\n  - [y]\n", read_texts, "3: 'a' must be a text, not a list"},
      {"a: x\n", read_map, "1: 'a' must be a mapping of 'key: value' lines, not a text"},
      {"a:\n  b: 1\n", read_map, "2: unknown key 'a.b': remove it"},
      {"a:\n  - {b: x}\n  - y\n", read_maps,
       "3: 'a' must be a mapping of 'key: value' lines, not a text"},
      {"a:\n  - b: x\n    b: y\n", read_maps,
       "3: key 'a.b' stands twice (first in line 2): keep one"},
      {"a:\n  - {}\n", read_maps, "2: missing key 'a.b': add it"},
      {"a: {en: x}\n", read_localized, "1: 'a' has no text in 'es': write it"},
      {"a:\n  en: x\n  es: y\n  english: z\n", read_localized,
       "4: 'english' is not a language: use two lower-case letters such as en"},
      {"a: {en: x, es: ''}\n", read_localized, "1: 'a.es' is blank: write a text or remove it"},
      {"a: {en: [x]}\n", read_lists, "1: 'a' has no text in 'es': write it"},
      {"a: {en: x, es: []}\n", read_lists, "1: 'a.en' must be a list, not a text"},
      {"a: {en: {web: x}}\n", read_wording, "1: missing key 'a.en.sms': add it"},
      {"a: {en: {web: x, sms: y, mms: z}}\n", read_wording,
       "1: unknown key 'a.en.mms': remove it or use one of: sms, web"},
      {"a:\n  en:\n    web: x\n    sms: '日'\n", read_wording,
       "4: '日' is not in the SMS alphabet (GSM-7) and would double the price of the message: "
       "write it without"},
      {"a: {en: {web: x, sms: " + std::string(307, 'y') + "}}\n", read_wording,
       "1: the sms text takes 307 of 306 characters: shorten it"},
      {"a: 1\n b: 2\n", read_text, "2: is not valid YAML (illegal map value): correct it"},
      {"- a\n- b\n", [](YamlMap&) {}, "1: must be one mapping of 'key: value' lines"},
      {"a: x\n---\na: y\n", [](YamlMap&) {}, "3: must be one mapping of 'key: value' lines"},
      {"a: x\nb: \xff\n", [](YamlMap&) {},
       "2: holds bytes that are not UTF-8 text: save the file as UTF-8"},
  };
  for (const auto& row : table) {
    CAPTURE(row.yaml);
    CHECK(problems_of(row.yaml, row.reading) == "topics/x.yaml:" + row.problem + "\n");
  }
}

TEST_CASE("yaml: files that cannot be read, and empty ones, are one problem whatever is asked") {
  const ContentFolder folder;
  Problems problems;
  const auto ask_all = [](YamlMap map) {
    map.text("a");
    map.wording("b", {"en"});
    map.map("c").map("d").number("e", 0, 1);
    map.problem("unheard");
    map.finish();
  };
  ask_all(YamlMap::read_file(folder.path() / "none.yaml", folder.path(), problems));
  ask_all(YamlMap::read_file(folder.write("empty.yaml", "# nothing\n"), folder.path(), problems));
  ask_all(YamlMap::read_file(folder.write("broken.yaml", "a: [1\n"), folder.path(), problems));
  REQUIRE(problems.size() == 3);
  CHECK(to_string(problems[0]) ==
        "none.yaml: cannot be read: put the file there and make it readable");
  CHECK(to_string(problems[1]) == "empty.yaml: is empty: write its keys");
  CHECK(problems[2].message.starts_with("is not valid YAML ("));
}

TEST_CASE("yaml: mistakes are all found in one run, and a caller adds its own at a key") {
  CHECK(problems_of("a: ''\nb: x\nc: 1\n",
                    [](YamlMap& map) {
                      map.text("a");
                      CHECK(map.number("b", 3, 9) == 3);
                      map.problem("is odd", "b");
                      map.problem("is odd too");
                    }) ==
        "topics/x.yaml:1: 'a' is blank: write a text or remove it\n"
        "topics/x.yaml:2: 'b' must be a whole number from 3 to 9, not 'x'\n"
        "topics/x.yaml:2: is odd\n"
        "topics/x.yaml:1: is odd too\n"
        "topics/x.yaml:3: unknown key 'c': remove it or use one of: a, b\n");
}
