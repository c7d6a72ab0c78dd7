#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace knowledge {

/// Name of the messages that no topic answers: the file out_of_scope.txt.
inline constexpr std::string_view kOutOfScope = "out_of_scope";

/// What a visitor might write, and what it asks for.
struct TrainingMessage {
  std::string text;                 ///< as written
  std::vector<std::string> topics;  ///< in the order asked; none: out of scope
  Language language;
  std::string batch;  ///< who wrote it, in one go; held out together when measuring
};

/// The messages that the classifier learns from, in the order of languages, files and lines.
struct TrainingSet {
  std::vector<TrainingMessage> messages;

  /// Reads `folder`/<language>/<topic>.txt, out_of_scope.txt and several.txt for each of
  /// `languages`; README.md in the folder says how the files are written. A file of no topic, a
  /// message twice and a message under two topics are problems, named relative to `folder`'s
  /// parent.
  static TrainingSet load(const std::filesystem::path& folder, const Languages& languages,
                          const std::vector<std::string>& topic_ids, Problems& problems);
};

}  // namespace knowledge
