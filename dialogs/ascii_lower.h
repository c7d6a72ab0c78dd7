#pragma once

#include <string>

namespace dialogs {

/// The text with the letters A to Z in lower case, every other byte as it is.
inline std::string ascii_lower(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

}  // namespace dialogs
