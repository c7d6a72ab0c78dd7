#pragma once

#include <string_view>
#include <vector>

namespace bot {

struct ConsoleFile {
  std::string_view name;  ///< "index.html", or one that holds a hash of the content
  std::string_view type;
  std::string_view content;
};

/// The page that bot/console/bundle.cmake made of this folder; empty where npm was not at hand.
const std::vector<ConsoleFile>& console_files();

}  // namespace bot
