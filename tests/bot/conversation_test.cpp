#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/bot/talk.h"

/// Conversations of tests/conversations, in the small language that english.txt explains.
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Line {
  std::string said;  ///< empty for a wait
  std::string wait;
  bool once_more = false;
  std::vector<std::string> expected;
};

struct Story {
  std::string name, channel, language = "en";
  std::vector<Line> lines;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> parted(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, mark);) parts.push_back(trimmed(part));
  return parts;
}

Line line_of(const std::string& text) {
  Line line;
  if (text.starts_with("(")) {
    line.wait = text;
    return line;
  }
  const auto bar = text.find(" | ");
  line.once_more = text.starts_with(">>");
  line.said = trimmed(text.substr(line.once_more ? 2 : 1, bar - (line.once_more ? 2 : 1)));
  if (bar != std::string::npos) line.expected = parted(text.substr(bar + 3), ';');
  return line;
}

std::vector<Story> stories_in(const fs::path& file) {
  std::vector<Story> stories;
  std::ifstream stream(file);
  for (std::string text; std::getline(stream, text);) {
    if (text.empty() || text.starts_with("#")) continue;
    if (!text.starts_with("== ")) {
      stories.back().lines.push_back(line_of(text));
      continue;
    }
    auto words = parted(text.substr(3), ',');
    Story story;
    if (words.back() == "es") story.language = words.back(), words.pop_back();
    story.channel = words.back();
    story.name = words.front();
    stories.push_back(std::move(story));
  }
  return stories;
}

/// All that a visitor's line brought, with the short answers to optional questions after it.
struct Outcome {
  bool was_danger = false;
  std::string text;
  std::set<std::string> topics;
  json last;

  void add(const json& turn) {
    for (const auto& reply : turn.at("replies")) text += reply.at("text").get<std::string>() + "\n";
    for (const auto& topic : turn.at("topics")) topics.insert(topic.get<std::string>());
    last = turn;
  }
  std::string asks() const {
    return last.at("asks").is_null() ? "-" : last.at("asks").get<std::string>();
  }
  const json& fields() const {
    return last.at("lead").is_null() ? last.at("slots") : last.at("lead").at("fields");
  }
};

const std::set<std::string> kCore = {"-", "name", "phone", "callback_time", "go_on"};

std::string hurried_answer(const std::string& asks, const std::string& language) {
  const bool spanish = language == "es";
  if (asks == "for_whom") return spanish ? "para mí" : "for me";
  if (asks == "leave_message") return spanish ? "ninguna" : "neither";
  return spanish ? "sí" : "yes";
}

Outcome after(tests::Talk& talk, const Line& line, const std::string& language) {
  Outcome outcome;
  const bool is_button = line.said.starts_with("[");
  outcome.add(line.once_more ? talk.again()
              : is_button    ? talk.press(line.said.substr(1, line.said.size() - 2))
                             : talk.say(line.said));
  outcome.was_danger = !outcome.last.at("safety").is_null();
  const auto awaits = [&](const std::string& asks) {
    return std::find(line.expected.begin(), line.expected.end(), "asks " + asks) !=
           line.expected.end();
  };
  for (int i = 0; i < 8 && !kCore.contains(outcome.asks()) && !awaits(outcome.asks()); ++i)
    outcome.add(talk.say(hurried_answer(outcome.asks(), language)));
  return outcome;
}

std::string value_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.contains("who")) {
    const auto& relation = value.contains("relation") ? value.at("relation") : json();
    return relation.is_string() ? relation.get<std::string>() : value.at("who").get<std::string>();
  }
  if (value.contains("day"))
    return value.at("day").get<std::string>() + " " + value.at("from").get<std::string>() + "-" +
           value.at("to").get<std::string>();
  return value.dump();
}

bool holds(const std::string& expected, const Outcome& outcome) {
  const auto rest = [&](const char* word) -> std::optional<std::string> {
    const std::string start = std::string(word) + " ";
    if (!expected.starts_with(start)) return std::nullopt;
    return expected.substr(start.size());
  };
  const auto& lead = outcome.last.at("lead");
  const std::string status = lead.is_null() ? "" : lead.at("status").get<std::string>();
  if (expected == "crisis") return outcome.was_danger;
  if (expected == "no crisis") return !outcome.was_danger;
  if (expected == "no request") return status != "open";
  if (expected == "opted out") return outcome.last.at("opted_out").get<bool>();
  if (expected == "silent") return outcome.text.empty();
  if (const auto text = rest("says not")) return outcome.text.find(*text) == std::string::npos;
  if (const auto text = rest("says")) return outcome.text.find(*text) != std::string::npos;
  if (const auto topic = rest("topic not")) return !outcome.topics.contains(*topic);
  if (const auto topic = rest("topic")) return outcome.topics.contains(*topic);
  if (const auto word = rest("status")) return status == *word;
  if (const auto slot = rest("asks")) return outcome.asks() == *slot;
  const auto equals = expected.find('=');
  REQUIRE_MESSAGE(equals != std::string::npos, "unknown expectation: ", expected);
  const std::string slot = expected.substr(0, equals);
  return outcome.fields().contains(slot) &&
         value_text(outcome.fields().at(slot)) == expected.substr(equals + 1);
}

void play(const Story& story) {
  tests::Talk talk(story.channel, story.language);
  for (const Line& line : story.lines) {
    if (talk.wait(line.wait)) continue;
    const Outcome outcome = after(talk, line, story.language);
    for (const std::string& expected : line.expected)
      CHECK_MESSAGE(holds(expected, outcome), story.name, " > ", line.said, "\n  expected: ",
                    expected, "\n  it asks ", outcome.asks(), ", fields ",
                    outcome.fields().dump(), ", topics ",
                    json(outcome.topics).dump(), "\n  it says: ", outcome.text);
  }
}

}  // namespace

TEST_CASE("conversations: what visitors do, and what must come of it") {
  std::size_t played = 0;
  for (const auto& entry : fs::directory_iterator(PROJECT_FOLDER "/tests/conversations"))
    for (const Story& story : stories_in(entry.path())) {
      play(story);
      ++played;
    }
  CHECK(played >= 60);
}
