#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/crisis_wording.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/template.h"
#include "knowledge/understanding.h"

namespace knowledge {

/// What a stretch of a message does to the reading of danger.
enum class SafetySense {
  danger,    ///< a sign of its crisis: an emergency, unless something below softens it
  concern,   ///< speaks of its crisis; a concern wherever it stands
  idiom,     ///< takes its own stretch out of the reading
  negation,  ///< denies the sign that it touches
  emphasis,  ///< is no denial, though it has the words of one: "not joking"
  past,      ///< puts the signs around it long ago
  present,   ///< says that it is now after all
  question,  ///< asks how others are treated
  caution,   ///< calls for caution: the classifier must be surer
  grief,     ///< somebody has died
  other,     ///< names someone other than the writer
};

/// One meaning, with the ways to say it, as a clinician reads it in knowledge/safety.
struct SafetyMeaning {
  std::string file;
  int line = 0;
  SafetySense sense = SafetySense::danger;
  std::string crisis;                 ///< id; only of a danger or a concern
  std::string means;                  ///< in plain words
  std::vector<std::string> patterns;  ///< see parse_safety_pattern()
  std::vector<std::string> examples;  ///< messages that have this meaning
  std::vector<std::string> benign;    ///< messages that look like it and are no emergency
  bool now = false;                   ///< a danger that no date in the message makes past
  std::optional<Endangered> who;      ///< where the words leave no doubt
};

/// The patterns and texts of knowledge/safety as they are written.
struct SafetyRules {
  std::map<std::string, CrisisWording> wordings;  ///< by crisis id
  std::vector<SafetyMeaning> meanings;
  PhraseLists words;  ///< for {name} in patterns

  /// Reads crisis_<kind>.yaml, idioms.yaml, modifiers.yaml and words.yaml of `folder`. Mistakes are
  /// added to `problems`.
  static SafetyRules load(const std::filesystem::path& folder, const Languages& languages,
                          Problems& problems);
};

}  // namespace knowledge
