#include "bot/replay.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bot/explanation.h"
#include "bot/trace_json.h"
#include "tests/bot/talk.h"
#include "tests/bot/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

/// A conversation with a bit of everything, up to a stored request.
std::string talked(tests::Talk& talk) {
  for (const char* line : {"hi", "how many hours a week is it?", "please call me", "for me", "Dana",
                           "my number is 213-555-0187", "sorry, it's 0178", "tomorrow at 10",
                           "both", "no", "yes", "thank you"})
    talk.say(line);
  return talk.store().conversation_ids().front();
}

std::vector<bot::ReplayedTurn> replayed(const tests::Talk& talk, const std::string& id,
                                        const bot::Content& content) {
  return bot::replayed(content, *talk.store().find_conversation(id), talk.store().turns(id));
}

/// The clinic's knowledge with one word of one answer changed.
bot::Content with_another_thanks(const fs::path& folder) {
  fs::copy(PROJECT_FOLDER "/knowledge", folder, fs::copy_options::recursive);
  const fs::path file = folder / "topics" / "thanks.yaml";
  std::ifstream in(file);
  std::string text((std::istreambuf_iterator<char>(in)), {});
  const std::string old = "You're welcome";
  REQUIRE(text.find(old) != std::string::npos);
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += old.size())
    text.replace(at, old.size(), "You are welcome");
  std::ofstream(file) << text;
  knowledge::Problems problems;
  auto content = bot::Content::load(PROJECT_FOLDER "/config/bot.yaml", problems, {}, folder);
  for (const auto& problem : problems) FAIL(to_string(problem));
  return content;
}

}  // namespace

TEST_CASE("replay: every reply comes again, to the byte") {
  for (const char* channel : {"web", "sms"}) {
    tests::Talk talk(channel);
    const auto id = talked(talk);
    const auto turns = replayed(talk, id, tests::content_of_the_clinic());
    CHECK(turns.size() == 12);
    for (const auto& turn : turns) CHECK_MESSAGE(!turn.differs(), bot::difference(turn));
  }
}

TEST_CASE("replay: what was erased is left out, the rest comes again") {
  tests::Talk talk("web");
  const auto id = talked(talk);
  talk.say("delete my data");
  talk.say("is anybody calling me?");
  const auto turns = replayed(talk, id, tests::content_of_the_clinic());
  REQUIRE(turns.size() == 1);
  CHECK_MESSAGE(!turns[0].differs(), bot::difference(turns[0]));
}

TEST_CASE("replay: against other knowledge, just the replies that it changes") {
  const tests::TemporaryFolder folder;
  tests::Talk talk("web");
  const auto id = talked(talk);
  const auto other = with_another_thanks(folder.path() / "knowledge");
  int different = 0;
  for (const auto& turn : replayed(talk, id, other)) {
    if (!turn.differs()) continue;
    ++different;
    CHECK(turn.number == 12);
    const auto lines = bot::difference(turn);
    CHECK_MESSAGE(lines.find("- replies: ") != std::string::npos, lines);
    CHECK_MESSAGE(lines.find("You're welcome") != std::string::npos, lines);
    CHECK_MESSAGE(lines.find("+ replies: ") != std::string::npos, lines);
    CHECK_MESSAGE(lines.find("You are welcome") != std::string::npos, lines);
    CHECK_MESSAGE(lines.find("- slots") == std::string::npos, lines);
  }
  CHECK(different == 1);
}

TEST_CASE("explanation: the step that spoke, what was understood, the state around it") {
  tests::Talk talk("web");
  const auto id = talked(talk);
  const auto turns = talk.store().turns(id);
  const auto of = [&](std::size_t number) {
    return bot::explanation(turns[number - 1], static_cast<int>(number),
                            bot::session_before(turns[number].trace_json));
  };
  const auto topic = of(2);
  for (const char* part : {"turn 2, 2026-03-12T21:", "how many hours a week is it?",
                           "hours_per_week ", "step       topic", "no form open",
                           "reply      answer: "})
    CHECK_MESSAGE(topic.find(part) != std::string::npos, part, " is missing in\n", topic);
  const auto correction = of(7);
  for (const char* part : {"step       pending", "callback, asking callback_time",
                           "\"phone\":\"+12135550187\"", "\"phone\":\"+12135550178\""})
    CHECK_MESSAGE(correction.find(part) != std::string::npos, part, " is missing in\n", correction);
}

TEST_CASE("explanation: an erased turn says so") {
  bot::StoredTurn erased;
  erased.trace_json = "{}";
  CHECK(bot::explanation(erased, 3, std::nullopt).find("erased") != std::string::npos);
}
