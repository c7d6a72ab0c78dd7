#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/language.h"
#include "knowledge/problem.h"
#include "knowledge/topic.h"

namespace knowledge {

inline constexpr std::size_t kTitleCharactersMax = 40;
inline constexpr std::size_t kWebAnswerCharactersMax = 700;
inline constexpr std::size_t kFollowUpsMax = 3;
inline constexpr long kNamesMax = 3;  ///< in one answer

/// A topic and where its parts stand, for those who check it further.
struct LoadedTopic {
  struct WordingLines {
    int web = 0;
    int sms = 0;
  };

  Topic topic;
  std::string file;
  int source_line = 0;
  int follow_ups_line = 0;
  int elsewhere_line = 0;
  std::map<Language, WordingLines> answer_lines;
  std::vector<std::map<Language, WordingLines>> named_lines;  ///< as Topic::named
  std::vector<std::map<Language, WordingLines>> asked_lines;  ///< as Topic::asked
};

/// In code points, as lengths of content are counted.
std::size_t characters(std::string_view utf8);

/// Reads every <id>.yaml of `folder`, beside which a README.md may stand; ordered by id. Mistakes
/// are added to `problems`, with files named relative to `root`.
std::vector<LoadedTopic> load_topics(const std::filesystem::path& folder,
                                     const std::filesystem::path& root, const Languages& languages,
                                     Problems& problems);

}  // namespace knowledge
