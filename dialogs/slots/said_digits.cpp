#include "dialogs/slots/said_digits.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "dialogs/slots/number_words.h"

namespace dialogs {
namespace {

bool is_any(std::string_view form, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), form) != words.end();
}

}  // namespace

bool adds_to_tens(const Tokens& tokens, std::size_t next) {
  if (next == 0 || next >= tokens.size()) return false;
  const int tens = number_word(tokens[next - 1].form).value_or(0);
  return tens >= 20 && tens % 10 == 0 &&
         (digit_word(tokens[next].form) || tokens[next].form == "y");
}

std::size_t take_said_digits(const Tokens& tokens, std::size_t at, std::string& digits) {
  std::size_t repeat = 1;
  std::size_t next = at;
  if (is_any(tokens[next].form, {"double", "doble"})) repeat = 2, ++next;
  else if (tokens[next].form == "triple") repeat = 3, ++next;
  if (next >= tokens.size()) return at;
  const std::string& form = tokens[next].form;
  const bool is_one_digit = tokens[next].kind == Token::Kind::number && form.size() == 1;
  if (const auto digit =
          is_one_digit && repeat > 1 ? std::optional(form[0] - '0') : digit_word(form)) {
    // "twenty three" is 23: the tens before it left a zero.
    const bool after_tens = repeat == 1 && *digit > 0 && at > 0 && !digits.empty() &&
                            number_word(tokens[at - 1].form).value_or(0) >= 20;
    const bool after_tens_and = repeat == 1 && *digit > 0 && at > 1 && !digits.empty() &&
                                tokens[at - 1].form == "y" &&
                                number_word(tokens[at - 2].form).value_or(0) >= 30;
    if (after_tens || after_tens_and) digits.back() = static_cast<char>('0' + *digit);
    else digits.append(repeat, static_cast<char>('0' + *digit));
    return next + 1;
  }
  if (const auto number = number_word(form); number && *number >= 10) {
    digits += std::to_string(*number);
    return next + 1;
  }
  if (is_any(form, {"hundred", "cientos", "hundreds"}) && !digits.empty()) {
    digits += "00";
    return next + 1;
  }
  return at;
}

}  // namespace dialogs
