#include "bot/channel/twiml.h"

#include <doctest/doctest.h>

using bot::packed;
using bot::twiml;

namespace {
const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8"?>)";
}

TEST_CASE("twiml: nothing to say") {
  CHECK(twiml({}) == kHead + "<Response/>");
  CHECK(twiml({"", ""}) == kHead + "<Response/>");
}

TEST_CASE("twiml: replies go out as one message, escaped") {
  CHECK(twiml({"a & b <c>", "\"d\""}) ==
        kHead + "<Response><Message>a &amp; b &lt;c&gt;\n\n\"d\"</Message></Response>");
}

TEST_CASE("twiml: what XML cannot hold is left out") {
  CHECK(twiml({std::string("a\x01\x08\r\x1f\0b\tc\nd", 11) + "\uFFFE\uFFFF😀"}) ==
        kHead + "<Response><Message>ab\tc\nd😀</Message></Response>");
}

TEST_CASE("twiml: packed into as few messages as fit") {
  CHECK(packed({"aaaa", "bbbb", "cccc"}, 10) == std::vector<std::string>{"aaaa\n\nbbbb", "cccc"});
  CHECK(packed({"aaaa", "bbbb"}, 9) == std::vector<std::string>{"aaaa", "bbbb"});
}

TEST_CASE("twiml: one too long by itself is cut between words, never inside a character") {
  CHECK(packed({"one two three"}, 8) == std::vector<std::string>{"one two ", "three"});
  CHECK(packed({"abcdef"}, 4) == std::vector<std::string>{"abcd", "ef"});
  CHECK(packed({"ééé"}, 2) == std::vector<std::string>{"éé", "é"});
  CHECK(packed({"😀😀"}, 3) == std::vector<std::string>{"😀", "😀"});
}

TEST_CASE("twiml: at most ten messages, each within 1,600 characters") {
  const auto document = twiml({std::string(20000, 'x')});
  std::size_t messages = 0;
  for (auto at = document.find("<Message>"); at != std::string::npos;
       at = document.find("<Message>", at + 1))
    ++messages;
  CHECK(messages == 10);
}
