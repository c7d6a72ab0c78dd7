#include "knowledge/named_answer.h"

#include <doctest/doctest.h>

#include "knowledge/referral.h"
#include "tests/knowledge/content_of_the_clinic.h"

using namespace knowledge;
using tests::content;

namespace {

NamedAnswer about(const std::string& kind, std::size_t names_max) {
  NamedAnswer answer;
  answer.kind = kind;
  answer.names_max = names_max;
  answer.joiner.by_language = {{"en", "and"}, {"es", "y"}};
  return answer;
}

std::string names_in(const std::string& text, const std::string& kind, const Language& language,
                     std::size_t names_max = 3) {
  return listed(names_for(about(kind, names_max), content().entities.find(text),
                          content().entities, language),
                language == "es" ? "y" : "and");
}

/// The topics that answer a message of which the reader thinks that it asks `topics`.
std::string answering(const std::string& text, const std::vector<std::string>& topics) {
  Understanding understanding;
  for (const auto& topic : topics) understanding.topics.push_back({topic, 0.9, Layer::classifier});
  understanding.entities = content().entities.find(text);
  refer_elsewhere(content().topics, understanding);
  std::string ids;
  for (const auto& match : understanding.topics) ids += (ids.empty() ? "" : " ") + match.topic;
  return ids;
}

}  // namespace

TEST_CASE("named: names are listed as one says them") {
  CHECK(listed({}, "and") == "");
  CHECK(listed({"OCD"}, "and") == "OCD");
  CHECK(listed({"OCD", "PTSD"}, "or") == "OCD or PTSD");
  CHECK(listed({"a", "b", "c"}, "y") == "a, b y c");
}

TEST_CASE("named: each once, in the order named, in the language of the answer") {
  CHECK(names_in("ocd, depression and more ocd", "condition", "en") == "OCD and depression");
  CHECK(names_in("tengo depre y TOC", "condition", "es") ==
        "la depresión y el trastorno obsesivo-compulsivo (TOC)");
  CHECK(names_in("tengo depre", "condition", "en") == "depression");
  CHECK(names_in("aetna", "condition", "en") == "");
  CHECK(names_in("ptsd ocd anxiety depression", "condition", "en") == "");
  CHECK(names_in("my son and my wife", "relation", "en", 1) == "");
}

TEST_CASE("named: the names take the place of the kind") {
  CHECK(with_names("Yes, {condition}. {condition}!", about("condition", 3), {"OCD", "PTSD"},
                   "en") == "Yes, OCD and PTSD. OCD and PTSD!");
  CHECK(with_names("{other}", about("condition", 3), {"OCD"}, "en") == "{other}");
}

TEST_CASE("named: what the page does not list is answered by the topic that says so") {
  CHECK(answering("do you treat adhd", {"conditions_treated"}) == "gap_other_condition");
  CHECK(answering("tratan la anorexia", {"conditions_treated"}) == "gap_other_condition");
  CHECK(answering("do you treat anxiety", {"conditions_treated"}) == "conditions_treated");
  CHECK(answering("do you take insurance", {"insurance_coverage"}) == "insurance_coverage");
  CHECK(answering("does insurance cover it, we have aetna", {"insurance_coverage"}) ==
        "gap_specific_insurer");
  CHECK(answering("adhd?", {"conditions_treated", "gap_other_condition"}) == "gap_other_condition");
  CHECK(answering("my adhd aside, what does it cost", {"cost"}) == "cost");
}

TEST_CASE("named: listed and unlisted in one breath are both answered") {
  CHECK(answering("do you treat anxiety and adhd", {"conditions_treated"}) ==
        "conditions_treated gap_other_condition");
  CHECK(answering("adhd or also depression?", {"conditions_treated"}) ==
        "conditions_treated gap_other_condition");
  CHECK(answering("My mom's dementia has taken all I have this year. Do you treat depression?",
                  {"conditions_treated"}) == "conditions_treated");
  CHECK(answering("anxiety and adhd, cost, insurance",
                  {"conditions_treated", "cost", "insurance_coverage"}) ==
        "conditions_treated gap_other_condition cost");
}
