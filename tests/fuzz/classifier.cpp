// Whatever a visitor writes, parts are parts of it and every decision value is a number.
#include "knowledge/classifier.h"

#include <cmath>
#include <string>
#include <vector>

#include "knowledge/message_parts.h"
#include "knowledge/normalize.h"
#include "tests/fuzz/target.h"

namespace {

const knowledge::Classifier& classifier() {
  static const auto trained =
      knowledge::Classifier::train({{"how many hours a week", {"hours"}, {}},
                                    {"what does it cost", {"cost"}, {}},
                                    {"cuantas horas son", {"hours"}, {}},
                                    {"what a nice day", {"none"}, {}}},
                                   {});
  return trained;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = knowledge::normalize(fuzz::text_of(data, size));
  std::vector<float> values(classifier().labels().size());
  classifier().decide(text, {}, values);
  for (const float value : values) fuzz::require(std::isfinite(value), "a value is a number");
  const auto parts = knowledge::message_parts(text, {"and", "y"});
  fuzz::require(parts.size() <= knowledge::kPartsMax, "no more parts than the limit");
  for (const auto part : parts)
    fuzz::require(!part.empty() && part.data() >= text.data() &&
                      part.data() + part.size() <= text.data() + text.size(),
                  "a part stands in the message");
  return 0;
}
