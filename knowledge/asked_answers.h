#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/problem.h"
#include "knowledge/template.h"
#include "knowledge/topic.h"

namespace knowledge {

/// Which of a topic's particular answers (Topic::asked) fits a message. Immutable; thread-safe.
class AskedAnswers {
 public:
  AskedAnswers();  ///< none fits
  ~AskedAnswers();
  AskedAnswers(AskedAnswers&&) noexcept;
  AskedAnswers& operator=(AskedAnswers&&) noexcept;

  /// Broken templates are problems in "topics/<id>.yaml".
  static AskedAnswers compile(const std::vector<Topic>& topics, const PhraseLists& lists,
                              Problems& problems);

  /// The first of the topic's whose phrases stand in `words`, as as_words() gives them.
  std::optional<std::size_t> find(std::string_view topic, std::string_view words) const;

 private:
  struct Pattern;
  std::map<std::string, std::vector<Pattern>, std::less<>> by_topic_;
};

}  // namespace knowledge
