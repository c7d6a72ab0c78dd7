#include <doctest/doctest.h>

#include <utility>

#include "bot/channel/media_type.h"
#include "bot/same_secret.h"
#include "bot/service/bearer.h"
#include "bot/service/request_shape.h"

TEST_CASE("media type: only the one that is wanted, in UTF-8") {
  const std::pair<std::string, bool> table[] = {
      {"application/json", true},
      {"Application/JSON", true},
      {" application/json ; charset=\"UTF-8\" ", true},
      {"application/json;charset=utf-8", true},
      {"application/json;", true},
      {"application/json; charset=latin1", false},
      {"application/jsonp", false},
      {"text/json", false},
      {"", false},
      {"json", false},
      {"application/json, text/plain", false},
  };
  for (const auto& [type, good] : table) {
    CAPTURE(type);
    CHECK(bot::is_media_type(type, "application/json") == good);
  }
}

TEST_CASE("bearer: the token, and nothing that is not one") {
  const std::pair<std::string, std::string> table[] = {
      {"Bearer abc", "abc"},
      {"bearer abc", "abc"},
      {"Bearer ", ""},
      {"Bearer", ""},
      {"", ""},
      {"Basic abc", ""},
      {"Bearer a b", ""},
      {"Bearer  abc", ""},
      {"Bearer a\r\nb", ""},
      {"abc", ""},
      {"Bearer é", ""},
      {"Bearer " + std::string(257, 'a'), ""},
  };
  for (const auto& [header, token] : table) {
    CAPTURE(header);
    CHECK(bot::bearer_token(header) == token);
  }
}

TEST_CASE("same secret: as it says") {
  CHECK(bot::is_same_secret("abc", "abc"));
  CHECK_FALSE(bot::is_same_secret("abc", "abd"));
  CHECK_FALSE(bot::is_same_secret("abc", "ab"));
  CHECK_FALSE(bot::is_same_secret("", "abc"));
}

TEST_CASE("framing: where a request ends") {
  using bot::Framing;
  struct Row {
    std::string method;
    std::vector<std::pair<std::string, std::string>> headers;
    Framing framing;
  };
  const Row table[] = {
      {"GET", {}, Framing::plain},
      {"POST", {{"Content-Length", "2"}}, Framing::plain},
      {"DELETE", {}, Framing::plain},
      {"DELETE", {{"Content-Length", "2"}}, Framing::plain},
      {"POST", {}, Framing::unusual},
      {"GET", {{"Content-Length", "2"}}, Framing::unusual},
      {"POST", {{"Transfer-Encoding", "chunked"}}, Framing::unusual},
      {"POST", {{"Content-Length", "2"}, {"Content-Encoding", "gzip"}}, Framing::unusual},
      {"POST", {{"Content-Length", "2"}, {"Content-Length", "2"}}, Framing::ambiguous},
      {"POST", {{"Content-Length", "2"}, {"Transfer-Encoding", "chunked"}}, Framing::ambiguous},
      {"POST", {{"Transfer-Encoding", "identity"}}, Framing::ambiguous},
      {"POST", {{"Content-Length", "-2"}}, Framing::ambiguous},
      {"POST", {{"Content-Length", "2, 2"}}, Framing::ambiguous},
      {"POST", {{"Content-Length", "99999999999999999999"}}, Framing::ambiguous},
  };
  for (const auto& row : table) {
    httplib::Request request;
    request.method = row.method;
    for (const auto& [name, value] : row.headers) request.headers.emplace(name, value);
    CAPTURE(row.method);
    if (!row.headers.empty()) CAPTURE(row.headers[0].second);
    CHECK(bot::framing(request) == row.framing);
  }
}
