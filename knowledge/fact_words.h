#pragma once

#include <map>
#include <string>

#include "knowledge/language.h"

namespace knowledge {

/// The words with which a language says numbers, units of time and months, as ICU knows them,
/// normalised, hyphens as spaces.
struct FactWords {
  explicit FactWords(const Language& language);

  std::map<std::string, std::string, std::less<>> numbers;  ///< "twenty four" -> "24"; two to 100
  std::map<std::string, std::string, std::less<>> units;    ///< "hours" -> "hour"
  std::map<std::string, int, std::less<>> months;           ///< from 1
};

}  // namespace knowledge
