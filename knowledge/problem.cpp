#include "knowledge/problem.h"

namespace knowledge {

std::string to_string(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) text += ":" + std::to_string(problem.line);
  return text + ": " + problem.message;
}

}  // namespace knowledge
