#pragma once

#include <string>
#include <vector>

namespace knowledge {

/// A mistake in content or configuration: where it stands, what is wrong, and what to do.
/// Loaders collect every problem before they refuse; they never stop at the first.
struct Problem {
  std::string file;     ///< relative to the folder that was loaded
  int line = 0;         ///< from 1; 0 where the whole file is meant
  std::string message;  ///< "what, and what to do"

  bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// "file:line: message", the form editors can jump to.
std::string to_string(const Problem& problem);

}  // namespace knowledge
