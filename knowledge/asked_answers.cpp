#include "knowledge/asked_answers.h"

#include <re2/re2.h>

#include <utility>
#include <variant>

namespace knowledge {

/// All phrases of one answer, in every language: people mix them.
struct AskedAnswers::Pattern {
  std::unique_ptr<const RE2> phrases;
};

AskedAnswers::AskedAnswers() = default;
AskedAnswers::~AskedAnswers() = default;
AskedAnswers::AskedAnswers(AskedAnswers&&) noexcept = default;
AskedAnswers& AskedAnswers::operator=(AskedAnswers&&) noexcept = default;

AskedAnswers AskedAnswers::compile(const std::vector<Topic>& topics, const PhraseLists& lists,
                                   Problems& problems) {
  AskedAnswers made;
  for (const Topic& topic : topics)
    for (const AskedAnswer& answer : topic.asked) {
      std::string any;
      for (const auto& [language, phrases] : answer.phrases)
        for (const std::string& phrase : phrases) {
          auto parsed = parse_template(phrase, lists);
          if (const auto* mistake = std::get_if<TemplateMistake>(&parsed)) {
            problems.push_back(
                {"topics/" + topic.id + ".yaml", 0, "phrase '" + phrase + "': " + *mistake});
            continue;
          }
          any += (any.empty() ? "" : "|") + std::get<Template>(parsed).pattern;
        }
      made.by_topic_[topic.id].push_back(
          {std::make_unique<const RE2>("(?:^| )(?:" + any + ")", RE2::Quiet)});
    }
  return made;
}

std::optional<std::size_t> AskedAnswers::find(std::string_view topic,
                                              std::string_view words) const {
  const auto patterns = by_topic_.find(topic);
  if (patterns == by_topic_.end()) return std::nullopt;
  for (std::size_t i = 0; i < patterns->second.size(); ++i)
    if (RE2::PartialMatch({words.data(), words.size()}, *patterns->second[i].phrases)) return i;
  return std::nullopt;
}

}  // namespace knowledge
