#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "dialogs/flow.h"

namespace fs = std::filesystem;

namespace {

/// The problems that a broken flow announces in its last lines: "# expect: <line>: <message>".
std::vector<std::string> expected_of(const fs::path& file) {
  std::vector<std::string> expected;
  std::ifstream stream(file);
  const std::string mark = "# expect: ";
  for (std::string line; std::getline(stream, line);)
    if (line.starts_with(mark)) expected.push_back(line.substr(mark.size()));
  return expected;
}

/// UPDATE_EXPECTED=1 writes what was found into the file; the diff is then reviewed.
void rewrite(const fs::path& file, const std::vector<std::string>& found) {
  std::ifstream in(file);
  std::string rest;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with("# expect: ")) rest += line + "\n";
  std::ofstream out(file);
  out << rest;
  for (const auto& message : found) out << "# expect: " << message << '\n';
}

std::vector<std::string> found_in(const fs::path& file) {
  knowledge::Problems problems;
  const auto flow = dialogs::load_flow(file, file.parent_path(), {"en"}, problems);
  if (problems.empty()) dialogs::prove(flow, problems);
  std::vector<std::string> found;
  for (const auto& problem : problems)
    found.push_back(std::to_string(problem.line) + ": " + problem.message);
  return found;
}

}  // namespace

TEST_CASE("flow: every broken flow is refused with exactly its message") {
  int files = 0;
  for (const auto& entry : fs::directory_iterator(PROJECT_FOLDER "/tests/broken/dialogs")) {
    if (entry.path().extension() != ".yaml") continue;
    ++files;
    const auto expected = expected_of(entry.path());
    const auto found = found_in(entry.path());
    if (std::getenv("UPDATE_EXPECTED")) {
      rewrite(entry.path(), found);
      continue;
    }
    CHECK_MESSAGE(found == expected, entry.path().filename().string(), ": found ",
                  found.empty() ? "nothing" : found[0]);
  }
  CHECK(files >= 12);
}

TEST_CASE("flow: the flows that we ship are sound") {
  for (const auto& entry : fs::directory_iterator(PROJECT_FOLDER "/dialogs/flows")) {
    knowledge::Problems problems;
    const auto flow = dialogs::load_flow(entry.path(), PROJECT_FOLDER, {"en", "es"}, problems);
    dialogs::prove(flow, problems);
    for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
  }
}
