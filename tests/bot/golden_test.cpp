#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "tests/bot/talk.h"

/// Golden conversations: tests/golden/*.txt, written so that a non-programmer can read and review
/// them. Lines before the first blank one set the scene. "visitor:" is what is sent, "[Yes]" after
/// it presses that button, "visitor, once more:" is the same message delivered again, "(3 hours
/// later)" lets time pass; all else is what must come back. UPDATE_GOLDEN=1 writes what does come
/// back; the diff is then reviewed.
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string kVisitor = "visitor: ";
const std::string kOnceMore = "visitor, once more: ";

struct Scene {
  std::string header;  ///< kept as it stands
  std::string channel = "web";
  std::string language;
  std::string from = "+13235550142";
  std::string zone = "America/Los_Angeles";
  std::vector<std::string> steps;  ///< the visitor's lines and the waits
  std::string transcript;          ///< everything after the header
};

Scene read_scene(const fs::path& file) {
  Scene scene;
  std::ifstream stream(file);
  bool in_header = true;
  for (std::string line; std::getline(stream, line);) {
    if (in_header && line.empty()) in_header = false;
    if (in_header) {
      scene.header += line + "\n";
      if (line.starts_with("channel: ")) scene.channel = line.substr(9);
      if (line.starts_with("language: ")) scene.language = line.substr(10);
      if (line.starts_with("from: ")) scene.from = line.substr(6);
      if (line.starts_with("zone: ")) scene.zone = line.substr(6);
      continue;
    }
    scene.transcript += line + "\n";
    if (line.starts_with("visitor") || line.starts_with("(")) scene.steps.push_back(line);
  }
  return scene;
}

std::string indented(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 7)
    text.replace(at, 1, "\n      ");
  return text;
}

std::string rendered(const json& turn) {
  std::string out;
  for (const auto& reply : turn.at("replies")) {
    out += "bot: " + indented(reply.at("text").get<std::string>()) + "\n";
    std::string buttons;
    for (const auto& button : reply.at("quick_replies"))
      buttons += " [" + button.at("label").get<std::string>() + "]";
    if (!buttons.empty()) out += "     " + buttons + "\n";
  }
  if (turn.at("replies").empty()) out += "  nothing is sent\n";
  const auto note = [&](const char* name, const json& value) {
    if (!value.is_null() && !value.empty())
      out += std::string("  ") + name + ": " + value.dump() + "\n";
  };
  note("topics", turn.at("topics"));
  note("safety", turn.at("safety"));
  note("asks", turn.at("asks"));
  note("slots", turn.at("slots"));
  if (!turn.at("lead").is_null()) {
    note("lead", turn.at("lead").at("status"));
    note("fields", turn.at("lead").at("fields"));
  }
  if (turn.at("opted_out").get<bool>()) out += "  opted out\n";
  return out;
}

json turn_of(tests::Talk& talk, const std::string& line) {
  if (line.starts_with(kOnceMore)) return talk.again();
  const std::string text = line.substr(kVisitor.size());
  const bool is_button = text.starts_with("[") && text.ends_with("]");
  return is_button ? talk.press(text.substr(1, text.size() - 2)) : talk.say(text);
}

/// Plays the scene; `asked` gets every question that came up.
std::string played(const Scene& scene, std::set<std::string>& asked) {
  tests::Talk talk(scene.channel, scene.language, scene.from, scene.zone);
  std::string transcript;
  for (const std::string& line : scene.steps) {
    transcript += "\n" + line + "\n";
    if (talk.wait(line)) continue;
    const auto turn = turn_of(talk, line);
    if (turn.is_null()) {
      transcript += "  there is no such button\n";
      continue;
    }
    transcript += rendered(turn);
    if (!turn.at("asks").is_null())
      asked.insert(turn.at("language").get<std::string>() + " " +
                   turn.at("asks").get<std::string>());
  }
  return transcript;
}

}  // namespace

TEST_CASE("golden conversations") {
  std::set<std::string> asked;
  for (const auto& entry : fs::directory_iterator(PROJECT_FOLDER "/tests/golden")) {
    if (entry.path().extension() != ".txt") continue;
    const Scene scene = read_scene(entry.path());
    const std::string now = played(scene, asked);
    if (std::getenv("UPDATE_GOLDEN")) {
      std::ofstream(entry.path()) << scene.header << now;
      continue;
    }
    CHECK_MESSAGE(now == scene.transcript, entry.path().filename().string(),
                  " differs; UPDATE_GOLDEN=1 rewrites it for review. Now:\n", now);
  }
  for (const auto& [id, flow] : tests::content_of_the_clinic().script->flows)
    for (const auto& state : flow.states)
      for (const auto& language : tests::content_of_the_clinic().config.languages) {
        const bool is_question = !state.prompt.empty() && state.kind != dialogs::StateKind::say;
        const std::string name = state.slot.empty() ? state.id : state.slot;
        if (is_question)
          CHECK_MESSAGE(asked.contains(language + " " + name), "no golden conversation asks ",
                        name, " in ", language);
      }
}
