#include "knowledge/normalize.h"

#include <doctest/doctest.h>

#include <random>
#include <utility>

TEST_CASE("normalize: what a visitor types and what everything else compares") {
  const std::pair<std::string, std::string> table[] = {
      {"Do you take  Aetna?", "do you take aetna?"},
      {"  I\u2019m SCARED \u2014 help\u2026", "i'm scared - help.."},
      {"\u00bfCu\u00e1ntas horas?", "cuantas horas?"},
      {"don\u00b4t `quote`", "don't 'quote'"},
      {"sooooo good!!!!!!", "soo good!!"},
      {"\uff21\uff22\uff23 \ufb01ne", "abc fine"},
      {"a\u200bb\u202ec", "abc"},
      {"one\ntwo\tthree", "one two three"},
      {"(hello) [you]", "hello you"},
      {"call 1000000", "call 1000000"},
      {"ok \U0001F44D\U0001F3FD", "ok \U0001F44D"},
      {"", ""},
      {"   ", ""},
  };
  for (const auto& [in, out] : table) CHECK(knowledge::normalize(in) == out);
}

TEST_CASE("normalize: any bytes, twice is the same as once") {
  std::mt19937 random(7);
  for (int i = 0; i < 2000; ++i) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    const std::string once = knowledge::normalize(bytes);
    CHECK(knowledge::normalize(once) == once);
  }
}
