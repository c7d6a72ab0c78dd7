#include "dialogs/slots/token.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

#include "knowledge/normalize.h"

namespace dialogs {
namespace {

enum class Sort { space, letter, digit, apostrophe, joiner, sign };

Sort sort_of(UChar32 c) {
  if (c < 0) return Sort::sign;
  if (c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC) return Sort::apostrophe;
  if (u_isUWhiteSpace(c) || c == 0x200B) return Sort::space;
  if (u_isdigit(c)) return Sort::digit;
  const auto type = u_charType(c);
  if (u_isalpha(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK)
    return Sort::letter;
  if (type == U_FORMAT_CHAR || type == U_CONTROL_CHAR) return Sort::joiner;
  return Sort::sign;
}

std::string without_apostrophes(std::string text) {
  std::erase(text, '\'');
  return text;
}

/// The digits of any script as ASCII: Arabic-Indic, full-width, NKo ...
std::string ascii_digits(std::string_view raw) {
  std::string digits;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
  const auto size = static_cast<std::int32_t>(raw.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (u_isdigit(c)) digits += static_cast<char>('0' + u_charDigitValue(c));
  }
  return digits;
}

Token made(Token::Kind kind, std::string_view text, std::size_t begin, std::size_t end,
           bool after_space) {
  const auto raw = text.substr(begin, end - begin);
  if (kind == Token::Kind::number) return {kind, ascii_digits(raw), begin, end, after_space};
  auto form =
      kind == Token::Kind::mark ? std::string(raw) : without_apostrophes(knowledge::normalize(raw));
  if (kind == Token::Kind::mark)
    if (auto plain = knowledge::normalize(raw); !plain.empty()) form = std::move(plain);
  return {kind, std::move(form), begin, end, after_space};
}

}  // namespace

Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  bool after_space = true;
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    const Sort sort = sort_of(c);
    if (sort == Sort::space || sort == Sort::joiner) {
      after_space = after_space || sort == Sort::space;
      continue;
    }
    std::int32_t end = at;
    if (sort == Sort::letter || sort == Sort::digit) {
      while (at < size) {
        U8_NEXT(bytes, at, size, c);
        const Sort next = sort_of(c);
        if (next == sort || next == Sort::joiner) end = at;
        else if (sort != Sort::letter || next != Sort::apostrophe) break;
      }
      at = end;
    }
    const auto kind = sort == Sort::letter  ? Token::Kind::word
                      : sort == Sort::digit ? Token::Kind::number
                                            : Token::Kind::mark;
    tokens.push_back(made(kind, text, static_cast<std::size_t>(begin),
                          static_cast<std::size_t>(end), after_space));
    after_space = false;
  }
  return tokens;
}

std::string joined(const Tokens& tokens) {
  std::string text;
  for (const Token& token : tokens) text += (text.empty() ? "" : " ") + token.form;
  return text;
}

bool has_phrase(std::string_view joined_words, std::string_view phrase) {
  for (std::size_t at = joined_words.find(phrase); at != std::string_view::npos;
       at = joined_words.find(phrase, at + 1)) {
    const std::size_t end = at + phrase.size();
    if ((at == 0 || joined_words[at - 1] == ' ') &&
        (end == joined_words.size() || joined_words[end] == ' '))
      return true;
  }
  return false;
}

}  // namespace dialogs
