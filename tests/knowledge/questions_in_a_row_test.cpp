#include "knowledge/questions_in_a_row.h"

#include <doctest/doctest.h>

#include <map>

using namespace knowledge;

namespace {

using Topics = std::vector<std::string>;

Topics asked(std::string_view normalized) {
  static const std::map<std::string, std::string, std::less<>> topics = {
      {"hours", "availability"},        {"price", "cost"},
      {"do you take kaiser", "plan"},   {"kaiser", "plan"},
      {"group therapy", "group"},       {"group", "what"},
      {"therapy", "therapies"},         {"precio", "cost"},
      {"aceptan seguro", "insurance"},  {"how much", "cost"}};
  return questions_in_a_row(normalized, {"and", "or", "y", "y si"},
                            [&](std::string_view part) -> std::optional<std::string> {
                              const auto found = topics.find(part);
                              if (found == topics.end()) return std::nullopt;
                              return found->second;
                            });
}

}  // namespace

TEST_CASE("questions in a row are told apart, with and without joiners") {
  CHECK(asked("hours and price and do you take kaiser") == Topics{"availability", "cost", "plan"});
  CHECK(asked("do you take kaiser, price?") == Topics{"plan", "cost"});
  CHECK(asked("hours price kaiser") == Topics{"availability", "cost", "plan"});
  CHECK(asked("precio y si aceptan seguro") == Topics{"cost", "insurance"});
}

TEST_CASE("one question is never cut in two, and one topic is none in a row") {
  CHECK(asked("group therapy").empty());
  CHECK(asked("do you take kaiser price").empty());
  CHECK(asked("group therapy and price") == Topics{"group", "cost"});
  CHECK(asked("price and how much").empty());
  CHECK(asked("hours").empty());
}

TEST_CASE("a word that belongs to no question leaves the message to be read as a whole") {
  CHECK(asked("hours and price of gas").empty());
  CHECK(asked("and hours and price").empty());
  CHECK(asked("").empty());
  std::string many = "price";
  for (int i = 0; i < 20; ++i) many += " hours price";
  CHECK(asked(many).empty());
}
