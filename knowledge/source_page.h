#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace knowledge {

/// The clinic's medically reviewed page: the only source of answers. Immutable after load.
struct SourcePage {
  Language language;        ///< of its text
  std::string title;        ///< "Intensive Outpatient Program (IOP)"
  std::string reviewed_on;  ///< ISO date, "2024-10-07"
  std::string reviewer_role;
  /// Heading -> text beneath it. What stands before the first heading is the title's section.
  std::map<std::string, std::string> sections;

  /// Reads clinic-page.txt, the page's text as a browser shows it, and clinic-page.yaml, which says
  /// what in it is title, heading, review date and reviewer. Whatever the second says and the first
  /// does not is a problem.
  static SourcePage load(const std::filesystem::path& folder, Problems& problems);
};

}  // namespace knowledge
