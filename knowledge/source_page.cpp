#include "knowledge/source_page.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <vector>

#include "knowledge/content_file.h"
#include "knowledge/normalize.h"
#include "knowledge/yaml_reader.h"

namespace knowledge {
namespace {

constexpr std::string_view kText = "clinic-page.txt";
constexpr std::string_view kOutline = "clinic-page.yaml";
constexpr std::string_view kReviewedLine = "Medically Reviewed: ";

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// "October 7, 2024" as "2024-10-07"; "" where it is no date.
std::string iso_date(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto space = text.find(' ');
  const auto comma = text.find(", ");
  if (space == std::string_view::npos || comma == std::string_view::npos || comma < space)
    return {};
  const auto* month = std::find(kMonths.begin(), kMonths.end(), text.substr(0, space));
  if (month == kMonths.end()) return {};
  unsigned day = 0;
  int year = 0;
  std::from_chars(text.data() + space + 1, text.data() + comma, day);
  std::from_chars(text.data() + comma + 2, text.data() + text.size(), year);
  const auto number = static_cast<unsigned>(month - kMonths.begin()) + 1;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(number),
                                         std::chrono::day(day)};
  if (!date.ok() || year < 1000 || year > 9999) return {};
  std::array<char, 40> iso{};  // what the compiler can prove to suffice
  std::snprintf(iso.data(), iso.size(), "%04d-%02u-%02u", year, number, day);
  return iso.data();
}

void prove_review(const SourcePage& page, const std::string& text, YamlMap& outline) {
  std::string date;
  for (const auto& line : lines_of(text))
    if (line.starts_with(kReviewedLine)) date = iso_date(line.substr(kReviewedLine.size()));
  if (date.empty()) {
    outline.problem(std::string(kText) + " has no line '" + std::string(kReviewedLine) +
                        "Month D, YYYY': take the page's text anew, with its review date",
                    "reviewed_on");
  } else if (date != page.reviewed_on) {
    outline.problem("'reviewed_on' is '" + page.reviewed_on + "' but the page was reviewed on " +
                        date + ": correct it",
                    "reviewed_on");
  }
  const std::string role = normalize(page.reviewer_role);
  if (!role.empty() && normalize(text).find(role) == std::string::npos)
    outline.problem("'" + page.reviewer_role +
                        "' does not stand on the page: write the reviewer as the page does",
                    "reviewer_role");
}

void cut_sections(SourcePage& page, const std::string& text,
                  const std::vector<std::string>& headings, YamlMap& outline) {
  const auto lines = lines_of(text);
  std::string heading = page.title;
  auto next = headings.begin();
  bool title_found = false;
  std::string section;
  for (const auto& line : lines) {
    if (next != headings.end() && line == *next) {
      page.sections[heading] = trimmed(section);
      section.clear();
      heading = *next++;
    } else if (!title_found && line == page.title) {
      title_found = true;
    } else {
      section += line + "\n";
    }
  }
  page.sections[heading] = trimmed(section);
  if (!title_found)
    outline.problem("'" + page.title + "' is no line of the page: copy the title exactly", "title");
  if (next != headings.end())
    outline.problem("'" + *next + "' is no line of the page" +
                        (next == headings.begin() ? "" : " after '" + *(next - 1) + "'") +
                        ": copy the headings exactly and in the page's order",
                    "headings");
}

}  // namespace

SourcePage SourcePage::load(const std::filesystem::path& folder, Problems& problems) {
  SourcePage page;
  const std::size_t before = problems.size();
  const std::string text = read_content_file(folder / kText, folder, problems);
  YamlMap outline = YamlMap::read_file(folder / kOutline, folder, problems);
  page.language = outline.text("language");
  page.title = outline.text("title");
  page.reviewed_on = outline.text("reviewed_on");
  page.reviewer_role = outline.text("reviewer_role");
  const auto headings = outline.texts("headings");
  outline.finish();
  if (problems.size() > before) return page;
  prove_review(page, text, outline);
  cut_sections(page, text, headings, outline);
  return page;
}

}  // namespace knowledge
