#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "tests/bot/content_of_the_clinic.h"

namespace {

/// Of the messages of one kind: how many there are, and how many are raised as an emergency.
struct Count {
  int raised = 0, all = 0;
  double percent() const { return 100.0 * raised / all; }
};

/// Patterns and classifier together, on a file of labelled messages.
void measure(const char* name) {
  std::ifstream file(std::string(PROJECT_FOLDER "/tests/knowledge/safety/") + name);
  REQUIRE(file);
  const auto& knowledge = *tests::content_of_the_clinic().knowledge;
  std::map<std::string, Count> counts;
  for (std::string row; std::getline(file, row);) {
    if (row.empty() || row[0] == '#') continue;
    std::istringstream columns(row);
    std::string expected, kind, language, text;
    std::getline(columns, expected, '\t');
    std::getline(columns, kind, '\t');
    std::getline(columns, language, '\t');
    std::getline(columns, text);
    const auto signal = knowledge.understand({text, {}}).safety;
    const bool raised = signal && signal->level == knowledge::SafetyLevel::emergency;
    const bool is_crisis = expected.starts_with("crisis_");
    auto& count = counts[is_crisis ? "emergencies" : expected];
    ++count.all;
    count.raised += raised ? 1 : 0;
    if (kind == "explicit") CHECK_MESSAGE(raised, text);
  }
  for (const auto& [group, count] : counts)
    MESSAGE(std::string(name) << ", " << group << ": raised as an emergency " << count.raised
                              << " of " << count.all);
  // Without the sentence encoder fewer of the veiled are heard.
  CHECK(counts["emergencies"].percent() >= (knowledge.has_encoder() ? 92 : 80));
  CHECK(counts["none"].percent() <= 5);
  CHECK(counts["concern"].percent() <= 10);
}

}  // namespace

TEST_CASE("safety: held-out messages, patterns and classifier together") {
  measure("held_out.tsv");
}

TEST_CASE("safety: a second writer's held-out messages") {
  measure("held_out_second.tsv");
}

TEST_CASE("safety: a third writer's held-out messages") {
  measure("held_out_third.tsv");
}

TEST_CASE("safety: a fourth writer's held-out messages") {
  measure("held_out_fourth.tsv");
}

TEST_CASE("safety: a fifth writer's held-out messages") {
  measure("held_out_fifth.tsv");
}
