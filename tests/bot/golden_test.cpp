#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "bot/assistant.h"
#include "tests/bot/content_of_the_clinic.h"

/// Golden conversations: tests/golden/*.txt, written so that a non-programmer can read and review
/// them. Lines before the first blank one set the scene; "visitor:" lines are what is sent; all
/// others are what must come back. UPDATE_GOLDEN=1 writes what does come back; the diff is then
/// reviewed.
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Scene {
  std::string header;  ///< kept as it stands
  std::string channel = "web";
  std::string from = "+13235550142";
  std::string zone = "America/Los_Angeles";
  std::vector<std::string> visitor_lines;
  std::string transcript;  ///< everything after the header
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
      if (line.starts_with("from: ")) scene.from = line.substr(6);
      if (line.starts_with("zone: ")) scene.zone = line.substr(6);
      continue;
    }
    scene.transcript += line + "\n";
    if (line.starts_with("visitor: ")) scene.visitor_lines.push_back(line.substr(9));
  }
  return scene;
}

std::string indented(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 7)
    text.replace(at, 1, "\n      ");
  return text;
}

std::string rendered(const std::string& line, const json& turn) {
  std::string out = "\nvisitor: " + line + "\n";
  for (const auto& reply : turn.at("replies")) {
    out += "bot: " + indented(reply.at("text").get<std::string>()) + "\n";
    std::string buttons;
    for (const auto& button : reply.at("quick_replies"))
      buttons += " [" + button.at("label").get<std::string>() + "]";
    if (!buttons.empty()) out += "     " + buttons + "\n";
  }
  if (turn.at("replies").empty()) out += "(nothing is sent)\n";
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

std::string played(const Scene& scene) {
  const auto& content = tests::content_of_the_clinic();
  bot::Store store({}, bot::Keys::random());
  // Thursday, 12 March 2026, 2:30 pm in Los Angeles.
  bot::Assistant assistant(content.config, *content.knowledge, *content.script, store,
                           [] { return std::int64_t{1773351000000}; });
  bot::IncomingMessage message;
  message.channel = scene.channel == "sms" ? dialogs::Channel::sms : dialogs::Channel::web;
  if (scene.channel == "sms") message.sender = scene.from;
  message.zone = scene.zone;
  std::string transcript;
  int count = 0;
  for (const std::string& line : scene.visitor_lines) {
    message.message_id = std::to_string(++count);
    message.text = line;
    const auto result = assistant.handle(message);
    const auto turn = json::parse(std::get<bot::Answered>(result).turn_json);
    if (scene.channel == "web") message.token = turn.at("conversation").get<std::string>();
    transcript += rendered(line, turn);
  }
  return transcript;
}

}  // namespace

TEST_CASE("golden conversations") {
  int files = 0;
  for (const auto& entry : fs::directory_iterator(PROJECT_FOLDER "/tests/golden")) {
    if (entry.path().extension() != ".txt") continue;
    ++files;
    const Scene scene = read_scene(entry.path());
    const std::string now = played(scene);
    if (std::getenv("UPDATE_GOLDEN")) {
      std::ofstream(entry.path()) << scene.header << now;
      continue;
    }
    CHECK_MESSAGE(now == scene.transcript, entry.path().filename().string(),
                  " differs; UPDATE_GOLDEN=1 rewrites it for review. Now:\n", now);
  }
  CHECK(files >= 8);
}
