#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "knowledge/problem.h"

namespace knowledge {

/// The clinic's medically reviewed page: the only source of answers.
struct SourcePage {
  std::string title;        ///< "Intensive Outpatient Program (IOP)"
  std::string reviewed_on;  ///< ISO date, "2024-10-07"
  std::string reviewer_role;
  std::map<std::string, std::string> sections;  ///< heading -> text beneath it

  static SourcePage load(const std::filesystem::path& folder, Problems& problems);
};

}  // namespace knowledge
