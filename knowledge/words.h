#pragma once

#include <cstddef>
#include <string_view>

namespace knowledge {

/// Calls visit(word, begin, end) for each run of letters of a normalised text.
template <typename Visit>
void visit_words(std::string_view text, Visit&& visit) {
  const auto is_letter = [](char byte) { return byte >= 'a' && byte <= 'z'; };
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && !is_letter(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) ++at;
    if (begin < at) visit(text.substr(begin, at - begin), begin, at);
  }
}

}  // namespace knowledge
