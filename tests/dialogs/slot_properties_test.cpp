#include <doctest/doctest.h>

#include <random>

#include "tests/dialogs/slot_answers.h"

using dialogs::SlotKind;
using tests::answer_context;

namespace {

constexpr SlotKind kKinds[] = {SlotKind::name,          SlotKind::phone,   SlotKind::email,
                               SlotKind::callback_time, SlotKind::insurer, SlotKind::yes_no,
                               SlotKind::for_whom};

std::string read(SlotKind kind, const std::string& text) {
  return tests::written(dialogs::read_slot(kind, text, answer_context("en")));
}

/// Every answer of a kind's tables that has one value.
std::vector<tests::SlotAnswer> plain_answers(SlotKind kind) {
  std::vector<tests::SlotAnswer> plain;
  for (const char* language : {".en.txt", ".es.txt"})
    for (auto& answer : tests::slot_answers(std::string(dialogs::name_of(kind)) + language))
      if (answer.values.size() == 1 && answer.values.front() != "?")
        plain.push_back(std::move(answer));
  return plain;
}

}  // namespace

TEST_CASE("slots: any bytes are read without harm") {
  std::mt19937 random(20260312);
  std::uniform_int_distribution<int> length(0, 80), byte(0, 255), sign(0, 63);
  const std::string signs =
      "0123456789 +-().@:/,'\"?!aeiounsrtlmañpxy AMPMthYN\xF0\x9F\x98\x8A\xC3";
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int left = length(random); left > 0; --left)
      text += round % 2 == 0 ? static_cast<char>(byte(random))
                             : signs[static_cast<std::size_t>(sign(random)) % signs.size()];
    for (const SlotKind kind : kKinds) {
      const auto reading = dialogs::read_slot(kind, text, answer_context("es"));
      CHECK(reading.value.has_value() == (reading.refusal == dialogs::Refusal::none));
    }
    dialogs::volunteered(text, answer_context("en"));
  }
}

TEST_CASE("slots: digits of any script count") {
  CHECK(read(SlotKind::phone, "٢١٣ ٥٥٥ ٠١٨٧") == "+12135550187");
  CHECK(read(SlotKind::phone, "߂߁߃ ߅߅߅ ߀߁߈߇") == "+12135550187");
  CHECK(read(SlotKind::callback_time, "߃ pm") == "any 15:00-16:00");
}

TEST_CASE("slots: every prefix of an answer is read without harm") {
  for (const SlotKind kind : kKinds)
    for (const auto& answer : plain_answers(kind))
      for (std::size_t size = 0; size < answer.text.size(); size += 3)
        dialogs::read_slot(kind, answer.text.substr(0, size), answer_context("en"));
}

TEST_CASE("slots: very long texts are read in bounded time") {
  for (const char* piece : {"1", "a ", "at ", "no ", ".", "tomorrow ", "@", "- ", "the ", "mi "}) {
    std::string text;
    while (text.size() < 4000) text += piece;
    for (const SlotKind kind : kKinds) dialogs::read_slot(kind, text, answer_context("en"));
  }
}

TEST_CASE("slots: manners change nothing: spaces, a smile, thanks") {
  for (const SlotKind kind : kKinds) {
    for (const auto& answer : plain_answers(kind)) {
      CAPTURE(answer.at);
      CAPTURE(answer.text);
      CHECK(tests::is_same_value(answer.values.front(), read(kind, "  " + answer.text + "  ")));
      CHECK(tests::is_same_value(answer.values.front(), read(kind, answer.text + " 🙂")));
    }
  }
}

TEST_CASE("slots: a value read again is the same value") {
  for (const SlotKind kind : {SlotKind::phone, SlotKind::email, SlotKind::yes_no}) {
    for (const auto& answer : plain_answers(kind)) {
      CAPTURE(answer.at);
      const std::string value = read(kind, answer.text);
      CHECK(read(kind, value) == value);
    }
  }
}

TEST_CASE("slots: capitals change nothing but the spelling of names") {
  for (const SlotKind kind : {SlotKind::callback_time, SlotKind::yes_no, SlotKind::for_whom}) {
    for (const auto& answer : plain_answers(kind)) {
      CAPTURE(answer.at);
      std::string loud = answer.text;
      for (char& letter : loud)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
      CHECK(read(kind, loud) == answer.values.front());
    }
  }
}
