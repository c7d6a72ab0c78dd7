#include <doctest/doctest.h>

#include "bot/service/csv.h"

TEST_CASE("csv: CSV injection, OWASP: what a sheet would run is text") {
  for (const std::string start :
       {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"}) {
    CAPTURE(start);
    CHECK(bot::csv_cell(start + "1+1") == "\"'" + start + "1+1\"");
    for (const std::string unseen :
         {" ", "\u00A0", "\u200B", "\u2060", "\u3000", "\uFEFF", "  \u200D"})
      CHECK(bot::csv_cell(unseen + start + "A1") == "\"'" + unseen + start + "A1\"");
  }
  CHECK(bot::csv_cell("=HYPERLINK(\"http://x.example\",\"hi\")") ==
        "\"'=HYPERLINK(\"\"http://x.example\"\",\"\"hi\"\")\"");
}

TEST_CASE("csv: no text leaves its cell, and harmless text is what it was") {
  CHECK(bot::csv_cell("") == "\"\"");
  CHECK(bot::csv_cell("Dana") == "\"Dana\"");
  CHECK(bot::csv_cell("a@b.example") == "\"a@b.example\"");
  CHECK(bot::csv_cell("José-María") == "\"José-María\"");
  CHECK(bot::csv_cell("a\",=1+1,\"") == "\"a\"\",=1+1,\"\"\"");
  CHECK(bot::csv_cell("a;=1\r\n=2") == "\"a;=1\r\n=2\"");
  CHECK(bot::csv_cell("\"=1") == "\"\"\"=1\"");
  CHECK(bot::csv_line({"a", "", "=c"}) == "\"a\",\"\",\"'=c\"\r\n");
}

TEST_CASE("csv: a number stays one that can be dialled, and is no formula") {
  CHECK(bot::csv_phone("+12135550187") == "tel:+12135550187");
  CHECK(bot::csv_cell(bot::csv_phone("+12135550187")) == "\"tel:+12135550187\"");
  CHECK(bot::csv_phone("").empty());
}
