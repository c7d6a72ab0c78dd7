#include "tests/bot/content_of_the_clinic.h"

#include <doctest/doctest.h>

#include <stdexcept>

namespace tests {

const bot::Content& content_of_the_clinic() {
  static const bot::Content content = [] {
    knowledge::Problems problems;
    auto loaded = bot::Content::load(PROJECT_FOLDER "/config/bot.yaml", problems);
    for (const auto& problem : problems) throw std::runtime_error(to_string(problem));
    return loaded;
  }();
  return content;
}

}  // namespace tests

TEST_CASE("content: what we ship loads without a problem") {
  const auto& content = tests::content_of_the_clinic();
  CHECK(content.knowledge->topics().size() >= 55);
  CHECK(content.script->flows.contains("callback"));
}
