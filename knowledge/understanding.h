#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/language.h"

namespace knowledge {

/// What a visitor wrote, as the channel delivered it: valid UTF-8, within the configured limit.
struct Utterance {
  std::string text;
  Language language;  ///< the conversation's language so far; empty before the first message
};

enum class Layer { exact, classifier };

/// A topic that the message asks for.
struct Match {
  std::string topic;
  double score = 0;  ///< 1 for an exact template; otherwise a calibrated probability in 0..1
  Layer layer = Layer::classifier;
  std::optional<std::size_t> asked = std::nullopt;  ///< of Topic::asked, where one fits
};

enum class SafetyLevel {
  concern,    ///< negated, past, bereaved, a clinical question: one line about 988, then go on
  emergency,  ///< resources first, everything else pauses
};
enum class Endangered { self, other };

/// A sign of danger. `id` is one of the crisis ids of knowledge/safety.
struct SafetySignal {
  std::string id;
  SafetyLevel level = SafetyLevel::emergency;
  Endangered who = Endangered::self;
};

/// A named thing: a condition, therapy, insurer, substance or family relation.
struct Entity {
  std::string kind;
  std::string id;
  std::size_t begin = 0;  ///< bytes into Utterance::text
  std::size_t end = 0;
};

struct Understanding {
  Language language;              ///< the language to answer in
  bool language_requested = false;  ///< the visitor asked for `language` by name
  std::optional<SafetySignal> safety;
  std::vector<Match> topics;      ///< what to answer or act on, in the order asked; at most three
  std::vector<Match> near;        ///< nearest topics when unsure, best first; for "did you mean"
  std::vector<Entity> entities;
  bool is_phrase = false;  ///< the message, whole, is a phrase that content knows: no room for more
};

}  // namespace knowledge
