#include "knowledge/gsm7.h"

#include <doctest/doctest.h>

#include <random>
#include <utility>

using knowledge::first_not_gsm7;
using knowledge::gsm7_septets;
using knowledge::to_gsm7;

TEST_CASE("gsm7: septets of texts") {
  const std::pair<std::string, std::size_t> table[] = {
      {"", 0},
      {"Call 323-990-8178.", 18},
      {"two\nlines\r", 10},
      {"@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ", 29},
      {" !\"#¤%&'()*+,-./0123456789:;<=>?", 32},
      {"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§", 32},
      {"¿abcdefghijklmnopqrstuvwxyzäöñüà", 32},
      {"€", 2},
      {"¿Qué?", 5},
      {"^{}\\[~]|\f", 18},
  };
  for (const auto& [text, septets] : table) {
    CAPTURE(text);
    CHECK(gsm7_septets(text) == septets);
    CHECK(first_not_gsm7(text) == "");
  }
}

TEST_CASE("gsm7: what is outside is named") {
  const std::pair<std::string, std::string> table[] = {
      {"ça", "ç"},   {"información", "ó"}, {"it’s", "’"},
      {"9–15", "–"}, {"a\tb", "\t"},       {"`x`", "`"},
      {"😀 ok", "😀"}, {"日本", "日"},       {"no\u00a0break", "\u00a0"},
  };
  for (const auto& [text, first] : table) {
    CAPTURE(text);
    CHECK(gsm7_septets(text) == std::nullopt);
    CHECK(first_not_gsm7(text) == first);
  }
}

TEST_CASE("gsm7: what a screen shows, as a phone gets it") {
  const std::pair<std::string, std::string> table[] = {
      {"It’s “ok” – really…", "It's \"ok\" - really..."},
      {"no\u00a0break\u202fhere", "no break here"},
      {"información, más, aquí, tú, ¿qué?, año", "informacion, mas, aqui, tu, ¿qué?, año"},
      {"e\u0301 a\u0301", "é a"},
      {"garçon", "garcon"},
      {"😀 日", "😀 日"},
      {"«sí»", "\"si\""},
      {"", ""},
  };
  for (const auto& [in, out] : table) CHECK(to_gsm7(in) == out);
}

TEST_CASE("gsm7: any bytes; converting twice is converting once; text that fits stays") {
  std::mt19937 random(11);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    const std::string once = to_gsm7(bytes);
    CHECK(to_gsm7(once) == once);
    CHECK(gsm7_septets(once).has_value() == first_not_gsm7(once).empty());
    for (char& byte : bytes) byte = static_cast<char>(' ' + random() % 64);
    CHECK(to_gsm7(bytes).size() == bytes.size());
  }
}
