#include <doctest/doctest.h>

#include "tests/dialogs/slot_answers.h"

using dialogs::Slots;
using dialogs::SlotValue;

namespace {

const Slots& given() {
  static const Slots slots = {
      {"name", SlotValue(std::string("Mike"))},
      {"phone", SlotValue(std::string("+12135550187"))},
      {"email", SlotValue(std::string("mike@example.com"))},
      {"insurer", SlotValue(std::string("Aetna"))},
      {"callback_time", SlotValue(dialogs::CallbackTime{"2026-03-13", "10:00", "11:00"})},
      {"for_whom", SlotValue(dialogs::ForWhom{false, "son"})}};
  return slots;
}

std::string correction_in(const std::string& text) {
  const auto detail = dialogs::corrected(text, given(), tests::answer_context("en"));
  if (!detail) return "?";
  return std::string(dialogs::name_of(detail->kind)) + "=" + tests::written(detail->value);
}

}  // namespace

TEST_CASE("corrected: every correction replaces the detail that it speaks of") {
  for (const auto& line : tests::slot_answers("corrections.txt")) {
    const std::string got = correction_in(line.text);
    CHECK_MESSAGE(
        tests::is_same_value(line.values.front(), got),
        line.at << " | " << line.text << " | want " << line.values.front() << " | got " << got);
  }
}

TEST_CASE("corrected: what was never given is not corrected, but given") {
  CHECK_FALSE(dialogs::corrected("sorry, it's 0178", {}, tests::answer_context("en")));
}

TEST_CASE("corrected: the same value again changes nothing") {
  CHECK(correction_in("sorry, it's Mike") == "?");
  CHECK(correction_in("actually 213-555-0187") == "?");
}
