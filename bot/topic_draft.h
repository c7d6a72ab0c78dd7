#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace bot {

/// The beginning of knowledge/topics/<id>.yaml.
struct TopicDraft {
  std::string id;    ///< of the question's words; no topic that there is
  std::string yaml;  ///< what the loader takes, but for the answer and its source: they are empty
};

/// A draft of the topic that would answer `question`, asked in `language`. The answer is for the
/// clinic's staff to write, so `check` refuses the file until somebody has. Nothing where no word
/// is in the question. The question stands in quoted scalars only, whatever is in it.
std::optional<TopicDraft> draft_topic(std::string_view question,
                                      const knowledge::Language& language,
                                      const knowledge::Languages& languages,
                                      const knowledge::Knowledge& knowledge);

}  // namespace bot
