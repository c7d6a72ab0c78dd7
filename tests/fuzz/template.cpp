// A template that staff write badly is a mistake with a place, never a crash; one that is taken is
// a pattern that RE2 compiles and that matches its own examples.
#include "knowledge/template.h"

#include <re2/re2.h>

#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const knowledge::PhraseLists lists = {{"plan", {"aetna", "blue shield"}}, {"none", {}}};
  const auto parsed = knowledge::parse_template(fuzz::text_of(data, size), lists);
  const auto* made = std::get_if<knowledge::Template>(&parsed);
  if (made == nullptr) {
    fuzz::require(!std::get<knowledge::TemplateMistake>(parsed).empty(), "a mistake has words");
    return 0;
  }
  const RE2 pattern(made->pattern, RE2::Quiet);
  fuzz::require(pattern.ok(), "RE2 takes the pattern");
  fuzz::require(!made->examples.empty(), "there is an example");
  for (const auto& example : made->examples)
    fuzz::require(RE2::FullMatch(example, pattern), "the pattern matches its examples");
  return 0;
}
