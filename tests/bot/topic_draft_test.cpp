// The first step from a question without an answer to a topic: a file that only lacks the answer.
#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <fstream>

#include "bot/topic_draft.h"
#include "knowledge/template.h"
#include "knowledge/topic_loader.h"
#include "tests/bot/content_of_the_clinic.h"
#include "tests/bot/temporary_folder.h"

namespace {

const knowledge::Languages kLanguages = {"en", "es"};

bot::TopicDraft drafted(std::string_view question) {
  auto draft = bot::draft_topic(question, "en", kLanguages,
                                *tests::content_of_the_clinic().knowledge);
  REQUIRE(draft);
  return *std::move(draft);
}

/// What the loader says to the draft, saved under its name.
knowledge::Problems problems_of(const bot::TopicDraft& draft) {
  const tests::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "topics");
  std::ofstream(folder / "topics" / (draft.id + ".yaml")) << draft.yaml;
  std::ofstream(folder / "topics" / "request_callback.yaml")
      << "id: request_callback\nkind: request\ntitle: {en: Call me, es: Llámenme}\n"
         "phrases: {en: [call me], es: [llamame]}\n";
  knowledge::Problems problems;
  knowledge::load_topics(folder / "topics", folder.path(), kLanguages, problems);
  return problems;
}

}  // namespace

TEST_CASE("topic draft: the loader misses the answer and its source, and nothing else") {
  const auto draft = drafted("Is there parking near the clinic?");
  CHECK(draft.id == "is_there_parking_near_the_clinic");
  const auto problems = problems_of(draft);
  CHECK(problems.size() == 5);
  for (const auto& problem : problems) {
    CAPTURE(to_string(problem));
    const bool is_for_staff = problem.message.find("web") != std::string::npos ||
                              problem.message.find("sms") != std::string::npos ||
                              problem.message.find("source") != std::string::npos;
    CHECK(is_for_staff);
    CHECK(problem.line > 0);
  }
}

TEST_CASE("topic draft: hostile text is text in a scalar") {
  for (const std::string hostile :
       {"parking\"\nkind: request\nid: danger", "a: b # c",
        "*anchor &x !!python/object:os.system x", "x'}\n---\nid: y", "{en: [", "a (b|c [d",
        "tab\tbell\x07 del\x7f end", "\\u0041 \\\" \\n q", "\xE2\x80\xA8line\xC2\x85next",
        "%YAML 1.2", "- - -x", "{{clinic}} {condition} x", "emoji 🙂 q",
        "<script>alert(1)</script>"}) {
    CAPTURE(hostile);
    const auto draft = drafted(hostile);
    const auto all = YAML::LoadAll(draft.yaml);
    REQUIRE(all.size() == 1);
    const auto& root = all.front();
    REQUIRE(root.size() == 7);
    CHECK(root["id"].as<std::string>() == draft.id);
    CHECK(root["kind"].as<std::string>() == "answer");
    CHECK(root["title"].size() == 2);
    CHECK(root["title"]["en"].as<std::string>().find('\n') == std::string::npos);
    REQUIRE(root["phrases"]["en"].size() == 1);
    CHECK(root["phrases"]["es"].size() == 0);
    const auto parsed = knowledge::parse_template(root["phrases"]["en"][0].as<std::string>(), {});
    CHECK(std::holds_alternative<knowledge::Template>(parsed));
    CHECK(draft.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
          std::string::npos);
    CHECK(problems_of(draft).size() == 5);
  }
}

TEST_CASE("topic draft: long, foreign and taken questions have an id and a title that fit") {
  const auto longest = drafted(std::string(300, 'x'));
  CHECK(longest.id.size() <= 40);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "ñandú ";
  const auto root = YAML::Load(drafted(many).yaml);
  CHECK(knowledge::characters(root["title"]["es"].as<std::string>()) <=
        knowledge::kTitleCharactersMax);
  CHECK(root["phrases"]["en"][0].as<std::string>().size() <= 200);
  CHECK(drafted("hours per week").id == "hours_per_week_2");
  CHECK(drafted("24 7 support").id == "topic_24_7_support");
  CHECK(drafted("Вопрос?").id.starts_with("topic"));
  CHECK(problems_of(drafted("Вопрос?")).size() == 5);
}

TEST_CASE("topic draft: nothing can be drafted of no words") {
  for (const auto* nothing : {"", "?!", "   ", "\n\t", "\u200b"})
    CHECK_FALSE(bot::draft_topic(nothing, "en", kLanguages,
                                 *tests::content_of_the_clinic().knowledge));
}
