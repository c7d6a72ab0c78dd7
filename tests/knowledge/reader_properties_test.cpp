#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <random>

#include "knowledge/knowledge.h"

using namespace knowledge;

namespace {

const Knowledge& clinic() {
  static const Knowledge knowledge = [] {
    Problems problems;
    const std::filesystem::path project = PROJECT_FOLDER;
    auto loaded = Knowledge::load({project / "knowledge", project / "var/models",
                                   project / "var/models/encoder.bin", {}},
                                  {"en", "es"}, problems);
    for (const auto& problem : problems) MESSAGE(to_string(problem));
    REQUIRE(problems.empty());
    return loaded;
  }();
  return knowledge;
}

std::vector<std::string> topics(const std::string& text) {
  std::vector<std::string> ids;
  for (const auto& match : clinic().understand({text, {}}).topics) ids.push_back(match.topic);
  return ids;
}

std::string capitals(std::string text) {
  for (char& byte : text) byte = static_cast<char>(std::toupper(static_cast<unsigned char>(byte)));
  return text;
}

const std::vector<std::string> kMessages = {
    "how many hours a week is it", "how much does it cost", "is it confidential",
    "can i talk to a real person", "what's an iop", "do you take insurance",
    "cuanto cuesta el programa", "quiero hablar con una persona", "se puede en linea"};

}  // namespace

TEST_CASE("how a message is dressed does not change what it asks") {
  for (const auto& message : kMessages) {
    CAPTURE(message);
    const auto plain = topics(message);
    CHECK_FALSE(plain.empty());
    CHECK(topics(capitals(message)) == plain);
    CHECK(topics(message + " \xF0\x9F\x99\x8F") == plain);
    CHECK(topics("  " + message + "?? ") == plain);
    std::string curly = message;
    if (const auto at = curly.find('\''); at != std::string::npos)
      curly.replace(at, 1, "\xE2\x80\x99");
    CHECK(topics(curly) == plain);
  }
}

TEST_CASE("please changes nothing, and nonsense is nothing") {
  for (const auto& message : kMessages) {
    CAPTURE(message);
    CHECK(topics("please, " + message) == topics(message));
    CHECK(topics(message + " please") == topics(message));
  }
  for (const std::string nonsense :
       {"Blorp, wug zzz!", "qwpx", "xkcdx vrmpt", "fjfjf dkdkd slsls", "zzzzz"}) {
    CAPTURE(nonsense);
    const auto understood = clinic().understand({nonsense, {}});
    CHECK(understood.topics.empty());
    CHECK(understood.near.empty());
  }
}

TEST_CASE("several questions are all answered, in the order asked") {
  using Topics = std::vector<std::string>;
  CHECK(topics("How long is the program and how much does it cost?") ==
        Topics{"length_of_stay", "cost"});
  CHECK(topics("do you take aetna? where are you located?") ==
        Topics{"gap_specific_insurer", "gap_location"});
  CHECK(topics("Is it confidential, and can my husband come to sessions?") ==
        Topics{"confidentiality", "family_involvement"});
  CHECK(topics("cuanto cuesta y cuantas horas son por semana") == Topics{"cost", "hours_per_week"});
  CHECK(topics("My back hurts and I sleep badly. What does it cost?") == Topics{"cost"});
}

TEST_CASE("any bytes are understood as something, at most three topics") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255), size(0, 300), message(0, 8);
  for (int round = 0; round < 300; ++round) {
    std::string text = kMessages[static_cast<std::size_t>(message(random))];
    const auto bytes = static_cast<std::size_t>(size(random));
    for (std::size_t i = 0; i < bytes; ++i)
      text.insert(text.begin() + std::uniform_int_distribution<std::ptrdiff_t>(
                                     0, static_cast<std::ptrdiff_t>(text.size()))(random),
                  static_cast<char>(byte(random)));
    const auto understanding = clinic().understand({text, {}});
    CHECK(understanding.topics.size() <= 3);
    CHECK((understanding.language == "en" || understanding.language == "es"));
  }
}
