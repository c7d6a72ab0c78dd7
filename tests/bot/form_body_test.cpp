#include "bot/channel/form_body.h"

#include <doctest/doctest.h>

#include <utility>

using bot::FormFields;
using bot::parse_form;

TEST_CASE("form: names and values") {
  const std::pair<std::string, FormFields> table[] = {
      {"", {}},
      {"&&", {}},
      {"a=b", {{"a", "b"}}},
      {"a=b&a=c&", {{"a", "b"}, {"a", "c"}}},
      {"a", {{"a", ""}}},
      {"=b", {{"", "b"}}},
      {"a=b=c", {{"a", "b=c"}}},
      {"Body=caf%C3%A9+%26+t%2bea", {{"Body", "café & t+ea"}}},
      {"a=%0d%0A%00", {{"a", std::string("\r\n\0", 3)}}},
      {"a=100%&b=%4&c=%zz%", {{"a", "100%"}, {"b", "%4"}, {"c", "%zz%"}}},
      {"From=%2B12135550142&Body=", {{"From", "+12135550142"}, {"Body", ""}}},
  };
  for (const auto& [body, fields] : table) {
    CAPTURE(body);
    CHECK(parse_form(body) == fields);
  }
}

TEST_CASE("form: the first of a name") {
  CHECK(bot::field({{"a", "1"}, {"b", "2"}, {"a", "3"}}, "a") == "1");
  CHECK(bot::field({}, "a") == "");
}
