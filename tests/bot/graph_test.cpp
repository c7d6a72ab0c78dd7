#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tests/bot/content_of_the_clinic.h"

TEST_CASE("graph: the drawing in ARCHITECTURE.md is the form that we ship") {
  std::ifstream stream(PROJECT_FOLDER "/bot/ARCHITECTURE.md");
  const std::string page((std::istreambuf_iterator<char>(stream)), {});
  for (const auto& [id, flow] : tests::content_of_the_clinic().script->flows) {
    const auto drawing = dialogs::mermaid(flow);
    CHECK_MESSAGE(page.find(drawing) != std::string::npos,
                  "`admissions-bot graph` now draws:\n", drawing);
  }
}
