#include "knowledge/sentences.h"

#include <algorithm>

namespace knowledge {

std::vector<std::string_view> sentences(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(".!?\n"), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

}  // namespace knowledge
