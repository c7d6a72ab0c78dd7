#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "dialogs/escape_proof.h"
#include "dialogs/flow.h"
#include "tests/dialogs/script_of_the_clinic.h"

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

std::vector<std::string> as_text(const knowledge::Problems& problems) {
  std::vector<std::string> found;
  for (const auto& problem : problems)
    found.push_back(std::to_string(problem.line) + ": " + problem.message);
  return found;
}

std::vector<std::string> found_in(const fs::path& file) {
  knowledge::Problems problems;
  const auto flow = dialogs::load_flow(file, file.parent_path(), {"en"}, problems);
  if (problems.empty()) dialogs::prove(flow, problems);
  return as_text(problems);
}

/// What comes to light only when the flow is played, in the place of the clinic's own.
std::vector<std::string> found_playing(const fs::path& file) {
  knowledge::Problems problems;
  auto script = tests::script_of_the_clinic();
  auto flow = dialogs::load_flow(file, file.parent_path(), {"en", "es"}, problems);
  dialogs::prove(flow, problems);
  script.flows.clear();
  script.flows.emplace(flow.id, std::move(flow));
  if (problems.empty()) dialogs::prove_escapes(script, problems);
  return as_text(problems);
}

int check_broken(const fs::path& folder, std::vector<std::string> (*find)(const fs::path&)) {
  int files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".yaml") continue;
    ++files;
    const auto found = find(entry.path());
    if (std::getenv("UPDATE_EXPECTED")) rewrite(entry.path(), found);
    CHECK_MESSAGE(!found.empty(), entry.path().filename().string(), " is broken in no way");
    CHECK_MESSAGE(found == expected_of(entry.path()), entry.path().filename().string(),
                  ": found ", found.empty() ? "nothing" : found[0]);
  }
  return files;
}

}  // namespace

TEST_CASE("flow: every broken flow is refused with exactly its message") {
  CHECK(check_broken(PROJECT_FOLDER "/tests/broken/dialogs", found_in) >= 26);
}

TEST_CASE("flow: what only playing it shows is refused with exactly its message") {
  CHECK(check_broken(PROJECT_FOLDER "/tests/broken/dialogs/played", found_playing) >= 2);
}

TEST_CASE("flow: the flows that we ship are sound") {
  for (const auto& entry : fs::directory_iterator(PROJECT_FOLDER "/dialogs/flows")) {
    knowledge::Problems problems;
    const auto flow = dialogs::load_flow(entry.path(), PROJECT_FOLDER, {"en", "es"}, problems);
    dialogs::prove(flow, problems);
    for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
  }
}
