#pragma once

#include <cstddef>
#include <string>

#include "dialogs/slots/token.h"

namespace dialogs {

/// "forty three": the unit still belongs to the number that the tens completed.
bool adds_to_tens(const Tokens& tokens, std::size_t next);

/// A digit or tens said in words, "double five" among them; appends to `digits`.
/// Gives the token after it, `at` itself where none is said.
std::size_t take_said_digits(const Tokens& tokens, std::size_t at, std::string& digits);

}  // namespace dialogs
