#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "knowledge/crisis_wording.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/template.h"

namespace knowledge {

/// What a stretch of a message says about danger.
enum class SafetySense {
  danger,   ///< a sign of `crisis`
};

/// One meaning, with the ways to say it, as a clinician reads it in knowledge/safety.
struct SafetyMeaning {
  std::string file;
  int line = 0;
  SafetySense sense = SafetySense::danger;
  std::string crisis;                 ///< id; only of a danger
  std::string means;                  ///< in plain words
  std::vector<std::string> patterns;  ///< see parse_safety_pattern()
  std::vector<std::string> examples;  ///< messages that have this meaning
  std::vector<std::string> benign;    ///< messages that look like it and are no emergency
};

/// The content of knowledge/safety as it is written.
struct SafetyRules {
  std::map<std::string, CrisisWording> wordings;  ///< by crisis id
  std::vector<SafetyMeaning> meanings;
  PhraseLists words;  ///< for {name} in patterns

  /// Reads every YAML file of `folder`. Mistakes are added to `problems`.
  static SafetyRules load(const std::filesystem::path& folder, const Languages& languages,
                          Problems& problems);
};

}  // namespace knowledge
