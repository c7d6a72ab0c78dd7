#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/bot/content_of_the_clinic.h"

namespace {

struct Score {
  int exact = 0, wrong = 0, all = 0;
  int out_of_scope_answered = 0, out_of_scope = 0;
};

double percent(int part, int whole) {
  return whole > 0 ? 100.0 * part / whole : 0;
}

std::set<std::string> split(const std::string& labels) {
  std::set<std::string> ids;
  std::istringstream list(labels);
  for (std::string id; std::getline(list, id, ',');)
    if (id != "oos" && id != "out_of_scope" && id != "none") ids.insert(id);
  return ids;
}

/// Reads each message of a file and says how many are read right.
void measure(const char* name) {
  std::ifstream file(std::string(PROJECT_FOLDER "/tests/knowledge/topics/") + name);
  REQUIRE(file);
  const auto& knowledge = *tests::content_of_the_clinic().knowledge;
  std::map<std::string, Score> scores;
  for (std::string row; std::getline(file, row);) {
    if (row.empty() || row[0] == '#') continue;
    std::istringstream columns(row);
    std::string language, labels, text;
    std::getline(columns, language, '\t');
    std::getline(columns, labels, '\t');
    std::getline(columns, text);
    const auto asked = split(labels);
    std::set<std::string> answered;
    for (const auto& match : knowledge.understand({text, {}}).topics)
      answered.insert(match.topic);
    auto& score = scores[language];
    if (asked.empty()) {
      // "None" is chatter: a thank-you or an "ok" that is taken for one does no harm.
      if (labels != "none") {
        ++score.out_of_scope;
        score.out_of_scope_answered += answered.empty() ? 0 : 1;
      }
      continue;
    }
    ++score.all;
    score.exact += answered == asked ? 1 : 0;
    for (const auto& topic : answered)
      if (!asked.contains(topic)) {
        ++score.wrong;
        break;
      }
  }
  for (const auto& [language, score] : scores) {
    CAPTURE(language);
    MESSAGE(language << ": exactly right " << percent(score.exact, score.all) << " % of "
                     << score.all << ", a topic not asked "
                     << percent(score.wrong, score.all) << " %, out of scope answered "
                     << score.out_of_scope_answered << " of " << score.out_of_scope);
    // Without the sentence encoder less is understood.
    if (score.all > 0)
      CHECK(percent(score.exact, score.all) >= (knowledge.has_encoder() ? 90 : 75));
    CHECK(percent(score.wrong, score.all) <= (knowledge.has_encoder() ? 4 : 10));
    CHECK(percent(score.out_of_scope_answered, score.out_of_scope) <=
          (knowledge.has_encoder() ? 5 : 15));
  }
}

}  // namespace

// Every topic in every language, with questions of several, stories and near misses from outside.
TEST_CASE("topics: held-out messages of one writer") {
  measure("held_out.tsv");
}

TEST_CASE("topics: a second writer's held-out messages") {
  measure("held_out_second.tsv");
}

TEST_CASE("topics: held-out messages from outside, of three writers") {
  measure("held_out_out_of_scope.tsv");
}
