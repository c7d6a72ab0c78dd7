#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace knowledge {

/// {name} in a template stands for any of these phrases.
using PhraseLists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A phrasing as staff write it, made a regular expression over words:
///
///     how (many|much) hours [a|per] week
///     do you (take|accept) {insurer}
///
/// Words must follow each other; (a|b) is one of them, [a|b] one of them or nothing; both nest;
/// {list} is any phrase of a list. Case, accents and punctuation do not matter.
struct Template {
  std::string pattern;                ///< RE2 syntax over as_words(), not anchored, no captures
  std::vector<std::string> examples;  ///< some messages that it matches, as as_words() has them
};

inline constexpr std::size_t kTemplateExamplesMax = 32;
inline constexpr std::size_t kTemplateDepthMax = 8;
inline constexpr std::size_t kTemplateBytesMax = 400;

/// What is wrong, at which place, and what to do: "'(' at character 5 is never closed: add ')'".
using TemplateMistake = std::string;

/// Total: any text gives a template or a mistake.
std::variant<Template, TemplateMistake> parse_template(std::string_view text,
                                                       const PhraseLists& lists);

/// What templates are matched against: the words of a normalised text, each followed by one space.
/// Apostrophes vanish ("i'm" is "im "), other punctuation parts words.
std::string as_words(std::string_view normalized);

}  // namespace knowledge
