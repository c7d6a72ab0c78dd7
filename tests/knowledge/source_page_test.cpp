#include "knowledge/source_page.h"

#include <doctest/doctest.h>

#include "tests/knowledge/content_folder.h"

using knowledge::Problems;
using knowledge::SourcePage;

namespace {

const std::string kPage =
    "icon\n\nThe Program\n\nMedically Reviewed: March 1, 2024\n\n"
    "Verified by a careful person.\n\nHow Long?\n\nA few weeks.\r\n\nWhere?\n\nHere.";
const std::string kOutline =
    "language: en\ntitle: The Program\nreviewed_on: 2024-03-01\nreviewer_role: careful person\n"
    "headings:\n  - How Long?\n  - Where?\n";

std::string problems_of(const std::string& page, const std::string& outline) {
  const ContentFolder folder;
  folder.write("clinic-page.txt", page);
  folder.write("clinic-page.yaml", outline);
  Problems problems;
  SourcePage::load(folder.path(), problems);
  std::string lines;
  for (const auto& problem : problems) lines += to_string(problem) + "\n";
  return lines;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("source page: the clinic's page as it stands") {
  Problems problems;
  const auto page = SourcePage::load(PROJECT_FOLDER "/knowledge/sources", problems);
  for (const auto& problem : problems) FAIL_CHECK(to_string(problem));
  CHECK(page.language == "en");
  CHECK(page.title == "Intensive Outpatient Program (IOP)");
  CHECK(page.reviewed_on == "2024-10-07");
  CHECK(page.reviewer_role == "certified addiction professional");
  CHECK(page.sections.size() == 12);
  CHECK(page.sections.at(page.title).find("Medically Reviewed: October 7, 2024") !=
        std::string::npos);
  CHECK(page.sections.at("How Long Does Someone Stay in IOP?")
            .starts_with("The length of an IOP stay depends"));
  CHECK(page.sections.at("How Many Hours Per Week Is Required in an IOP?").find("9-15 hours") !=
        std::string::npos);
  CHECK(page.sections.at("Leave Your Details").ends_with("Call 323-990-8178"));
}

TEST_CASE("source page: sections are cut at the headings") {
  const ContentFolder folder;
  folder.write("clinic-page.txt", kPage);
  folder.write("clinic-page.yaml", kOutline);
  Problems problems;
  const auto page = SourcePage::load(folder.path(), problems);
  CHECK(problems.empty());
  CHECK(page.sections.at("The Program") ==
        "icon\n\n\nMedically Reviewed: March 1, 2024\n\nVerified by a careful person.");
  CHECK(page.sections.at("How Long?") == "A few weeks.");
  CHECK(page.sections.at("Where?") == "Here.");
}

TEST_CASE("source page: what the outline says and the page does not") {
  const std::string date = "Medically Reviewed: March 1, 2024";
  const std::string no_date =
      "clinic-page.yaml:3: clinic-page.txt has no line 'Medically Reviewed: Month D, YYYY': take "
      "the page's text anew, with its review date\n";
  CHECK(problems_of(kPage, kOutline) == "");
  CHECK(problems_of(kPage, replaced(kOutline, "Where?", "Whence?")) ==
        "clinic-page.yaml:5: 'Whence?' is no line of the page after 'How Long?': copy the headings "
        "exactly and in the page's order\n");
  CHECK(problems_of(kPage, replaced(kOutline, "How Long?\n  - Where?", "Where?\n  - How Long?")) ==
        "clinic-page.yaml:5: 'How Long?' is no line of the page after 'Where?': copy the headings "
        "exactly and in the page's order\n");
  CHECK(problems_of(kPage, replaced(kOutline, "How Long?", "How long?")) ==
        "clinic-page.yaml:5: 'How long?' is no line of the page: copy the headings exactly and in "
        "the page's order\n");
  CHECK(problems_of(kPage, replaced(kOutline, "The Program", "Program")) ==
        "clinic-page.yaml:2: 'Program' is no line of the page: copy the title exactly\n");
  CHECK(problems_of(kPage, replaced(kOutline, "2024-03-01", "2024-03-02")) ==
        "clinic-page.yaml:3: 'reviewed_on' is '2024-03-02' but the page was reviewed on "
        "2024-03-01: correct it\n");
  CHECK(problems_of(kPage, replaced(kOutline, "careful person", "doctor")) ==
        "clinic-page.yaml:4: 'doctor' does not stand on the page: write the reviewer as the page "
        "does\n");
  for (const auto* wrong : {"", "Medically Reviewed: March 32, 2024", "Medically Reviewed: soon",
                            "Medically Reviewed: Marz 1, 2024", "Medically Reviewed: March 1, 24"})
    CHECK(problems_of(replaced(kPage, date, wrong), kOutline) == no_date);
  CHECK(problems_of(kPage, kOutline + "author: me\n") ==
        "clinic-page.yaml:8: unknown key 'author': remove it or use one of: headings, language, "
        "reviewed_on, reviewer_role, title\n");
}

TEST_CASE("source page: a folder without it") {
  const ContentFolder folder;
  Problems problems;
  SourcePage::load(folder.path(), problems);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].file == "clinic-page.txt");
  CHECK(problems[1].file == "clinic-page.yaml");
}
