#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dialogs {

/// A piece of a text as the slot readers compare it.
struct Token {
  enum class Kind { word, number, mark };  ///< letters; digits; one sign of punctuation or a symbol

  Kind kind = Kind::mark;
  std::string form;       ///< normalised: lower case, no accents, ASCII digits
  std::size_t begin = 0;  ///< bytes of the text
  std::size_t end = 0;
  bool after_space = true;  ///< white space or the start stands before it
};

using Tokens = std::vector<Token>;

/// Words keep their apostrophes out ("o'clock" is "oclock"), digits and letters part ("3pm" is
/// "3", "pm"). Total: any bytes; thread-safe.
Tokens tokens_of(std::string_view text);

/// The forms joined by one space, for the readers that compare phrases.
std::string joined(const Tokens& tokens);

/// Whether `phrase` stands in `joined_words` as whole words.
bool has_phrase(std::string_view joined_words, std::string_view phrase);

}  // namespace dialogs
