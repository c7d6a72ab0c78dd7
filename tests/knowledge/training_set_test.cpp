#include "knowledge/training_set.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace knowledge;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kTopics = {"cost", "hours"};

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("training messages: every mistake is named, and nothing else") {
  int cases = 0;
  for (const auto& entry : fs::directory_iterator(PROJECT_FOLDER "/tests/broken/messages")) {
    if (!entry.is_directory()) continue;
    Problems problems;
    TrainingSet::load(entry.path() / "messages", {"en", "es"}, kTopics, problems);
    std::string lines;
    for (const auto& problem : problems) lines += to_string(problem) + "\n";
    CHECK_MESSAGE(lines == text_of(entry.path() / "expected.txt"),
                  entry.path().filename().string());
    ++cases;
  }
  CHECK(cases >= 7);
}

TEST_CASE("training messages: what a line is, who wrote it, what it asks") {
  Problems problems;
  const auto set = TrainingSet::load(PROJECT_FOLDER "/tests/broken/messages/sound/messages",
                                     {"en", "es"}, kTopics, problems);
  REQUIRE(problems.empty());
  REQUIRE(set.messages.size() == 6);
  CHECK(set.messages[0].text == "how much is it");
  CHECK(set.messages[0].topics == std::vector<std::string>{"cost"});
  CHECK(set.messages[0].batch == "en:one");
  const auto& out_of_scope = set.messages[3];
  CHECK(out_of_scope.topics.empty());
  const auto& several = set.messages[4];
  CHECK(several.text == "price and hours please");
  CHECK(several.topics == std::vector<std::string>{"cost", "hours"});
  CHECK(set.messages[5].language == "es");
}
