#include "knowledge/message_parts.h"

#include <doctest/doctest.h>

using namespace knowledge;

namespace {

std::vector<std::string> parts(std::string_view normalized) {
  const auto found = message_parts(normalized, {"and", "and also", "plus", "y"});
  return {found.begin(), found.end()};
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("a message with one question has no parts") {
  for (const char* one : {"", "how long is it?", "???", "my back hurts. i sat. how long is it?"})
    CHECK(parts(one) == Parts());
}

TEST_CASE("questions are parted at sentences, commas and joiners, in the order asked") {
  CHECK(parts("how long is it? what does it cost?") ==
        Parts{"how long is it", "what does it cost"});
  CHECK(parts("price, hours and also parking") == Parts{"price", "hours", "parking"});
  CHECK(parts("cuanto dura y cuanto cuesta?") == Parts{"cuanto dura", "cuanto cuesta"});
}

TEST_CASE("what is told before the first question is no part, a request after it is") {
  CHECK(parts("i drive nights. i sleep badly, always. is it online? please call me") ==
        Parts{"is it online", "please call me"});
}

TEST_CASE("a joiner within a word parts nothing, and of very many parts the first are taken") {
  CHECK(parts("sand plus andes") == Parts{"sand", "andes"});
  CHECK(parts("a, b, c, d, e, f, g, h").size() == kPartsMax);
}
