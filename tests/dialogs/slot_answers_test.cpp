#include "tests/dialogs/slot_answers.h"

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <fstream>

using namespace dialogs;

namespace tests {
namespace {

constexpr std::int64_t kThursdayAfternoonMs = 1773351000000;  // 2026-03-12T14:30-07:00

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

std::string comparable(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString wide = nfc->normalize(icu::UnicodeString::fromUTF8(text), status);
  wide.toLower().findAndReplace(icu::UnicodeString(u'\u2019'), icu::UnicodeString(u'\''));
  std::string narrow;
  wide.toUTF8String(narrow);
  return narrow;
}

/// How much of the table a reader gets right is the measure; each miss is told by its line.
void check_table(SlotKind kind, const knowledge::Language& language) {
  const std::string file = std::string(name_of(kind)) + "." + language + ".txt";
  const std::vector<SlotAnswer> table = slot_answers(file);
  CHECK_MESSAGE(table.size() >= 50, file);
  for (const SlotAnswer& answer : table) {
    const std::string got = written(read_slot(kind, answer.text, answer_context(language)));
    const bool is_right = std::any_of(answer.values.begin(), answer.values.end(),
                                      [&](const auto& want) { return is_same_value(want, got); });
    CHECK_MESSAGE(is_right, answer.at << " | " << answer.text << " | want " << answer.values[0]
                                      << " | got " << got);
  }
}

}  // namespace

std::vector<SlotAnswer> slot_answers(const std::string& file) {
  std::ifstream stream(PROJECT_FOLDER "/tests/dialogs/answers/" + file);
  std::vector<SlotAnswer> answers;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    const std::size_t arrow = line.rfind(" => ");
    if (arrow == std::string::npos || line.starts_with("# ")) continue;
    SlotAnswer answer{file + ":" + std::to_string(number), line.substr(0, arrow), {}};
    std::string rest = line.substr(arrow + 4);
    for (std::size_t bar; (bar = rest.find(" | ")) != std::string::npos; rest.erase(0, bar + 3))
      answer.values.push_back(trimmed(rest.substr(0, bar)));
    answer.values.push_back(trimmed(rest));
    answers.push_back(std::move(answer));
  }
  return answers;
}

SlotContext answer_context(const knowledge::Language& language) {
  return {kThursdayAfternoonMs, "America/Los_Angeles", "America/Los_Angeles", language};
}

std::string written(const SlotValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* time = std::get_if<CallbackTime>(&value))
    return time->day + " " + time->from + "-" + time->to;
  const auto& whom = std::get<ForWhom>(value);
  if (whom.self) return "self";
  return whom.relation.empty() ? "other" : whom.relation;
}

std::string written(const SlotReading& reading) {
  return reading.value ? written(*reading.value) : "?";
}

bool is_same_value(const std::string& want, const std::string& have) {
  return comparable(want) == comparable(have);
}

TEST_CASE("slots: every slot reads its table of answers") {
  for (const char* language : {"en", "es"}) {
    for (const SlotKind kind :
         {SlotKind::name, SlotKind::phone, SlotKind::email, SlotKind::callback_time,
          SlotKind::insurer, SlotKind::yes_no, SlotKind::for_whom}) {
      CAPTURE(name_of(kind));
      check_table(kind, language);
    }
  }
}

}  // namespace tests
