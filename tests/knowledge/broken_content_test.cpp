#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "knowledge/content_file.h"
#include "knowledge/reviewed_content.h"
#include "tests/knowledge/content_folder.h"

namespace fs = std::filesystem;
using knowledge::Problems;

namespace {

const fs::path kFixtures = fs::path(PROJECT_FOLDER) / "tests/broken/knowledge";

std::string text_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string problems_of(const fs::path& content) {
  Problems problems;
  knowledge::load_reviewed_content(content, {"en", "es"}, problems);
  std::string lines;
  for (const auto& problem : problems) lines += to_string(problem) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("broken content: the base has no mistake") {
  CHECK(problems_of(kFixtures / "base") == "");
}

TEST_CASE("broken content: every mistake is named, and nothing else") {
  int cases = 0;
  for (const auto& entry : fs::directory_iterator(kFixtures)) {
    if (!entry.is_directory() || entry.path().filename() == "base") continue;
    const ContentFolder folder;
    const auto overwrite = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
    fs::copy(kFixtures / "base", folder.path(), overwrite);
    fs::copy(entry.path(), folder.path(), overwrite);
    std::istringstream removed(text_of(entry.path() / "removed.txt"));
    for (std::string name; std::getline(removed, name);) REQUIRE(fs::remove(folder.path() / name));
    CHECK_MESSAGE(problems_of(folder.path()) == text_of(entry.path() / "expected.txt"),
                  entry.path().filename().string());
    ++cases;
  }
  CHECK(cases >= 20);
}
