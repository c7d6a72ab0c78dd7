#include "bot/desk/state_table.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "bot/desk/callback_state.h"
#include "tests/bot/temporary_folder.h"

namespace {

std::vector<std::string> parts(const std::string& text, const std::string& separator) {
  std::vector<std::string> found;
  std::size_t from = 0;
  for (std::size_t at = 0; at != std::string::npos; from = at + separator.size()) {
    at = text.find(separator, from);
    found.push_back(text.substr(from, at - from));
  }
  return found;
}

std::string trimmed(const std::string& text) {
  const auto from = text.find_first_not_of(' ');
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') + 1 - from);
}

/// The rows of the table in ARCHITECTURE.md that begins with its head.
std::vector<std::vector<std::string>> table_of_the_page() {
  const auto page = tests::bytes_of(PROJECT_FOLDER "/bot/ARCHITECTURE.md");
  const auto from = page.find("| state | list |");
  REQUIRE_MESSAGE(from != std::string::npos, "bot/ARCHITECTURE.md has no table of the states");
  std::vector<std::vector<std::string>> rows;
  for (const auto& line : parts(page.substr(from, page.find("\n\n", from) - from), "\n")) {
    std::vector<std::string> cells;
    for (const auto& cell : parts(line, "|")) cells.push_back(trimmed(cell));
    rows.push_back({cells.begin() + 1, cells.end() - 1});
  }
  return rows;
}

}  // namespace

TEST_CASE("state table: ARCHITECTURE.md shows the one that `graph --desk` prints") {
  const auto page = tests::bytes_of(PROJECT_FOLDER "/bot/ARCHITECTURE.md");
  CHECK_MESSAGE(page.find("\n\n" + bot::state_table() + "\n") != std::string::npos,
                "`admissions-bot graph --desk` now prints:\n", bot::state_table());
}

TEST_CASE("state table: read back from ARCHITECTURE.md it is what the code lets happen, exactly") {
  const std::map<std::string, bot::Step> steps = {
      {"claim", bot::Step::claim},   {"release", bot::Step::release},
      {"attempt", bot::Step::attempt}, {"undo", bot::Step::undo},
      {"decide", bot::Step::decide}, {"merge", bot::Step::merge},
      {"visitor", bot::Step::visitor}};
  const auto rows = table_of_the_page();
  REQUIRE(rows.size() == bot::kStates.size() + 2);
  const auto& head = rows[0];
  REQUIRE(head.size() == steps.size() + 2);
  std::size_t transitions = 0;
  for (std::size_t i = 2; i < rows.size(); ++i) {
    REQUIRE(rows[i].size() == head.size());
    const auto from = bot::callback_state(rows[i][0]);
    REQUIRE_MESSAGE(from, rows[i][0]);
    CHECK(static_cast<std::size_t>(*from) == i - 2);
    for (std::size_t column = 2; column < head.size(); ++column) {
      CAPTURE(rows[i][0]);
      CAPTURE(head[column]);
      const auto names = parts(rows[i][column], ", ");
      for (const auto& to : bot::kStates) {
        const bool is_shown = std::find(names.begin(), names.end(), to.name) != names.end();
        CHECK(is_shown == bot::may_follow(*from, steps.at(head[column]), to.state));
        transitions += is_shown ? 1 : 0;
      }
      for (const auto& name : names) CHECK((name.empty() || bot::callback_state(name)));
    }
  }
  CHECK(transitions > 60);
}
