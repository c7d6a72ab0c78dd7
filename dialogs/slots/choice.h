#pragma once

#include <cstddef>
#include <vector>

#include "dialogs/slots/readers.h"
#include "dialogs/slots/token.h"

namespace dialogs {

/// Which of several details of one kind the text means: the first, unless it rules that out ("not
/// A, B"), corrects itself ("A, sorry, B") or says which one to use ("call the cell"). `found` is
/// not empty and in the order of the text that `tokens` were made of.
std::size_t chosen(const Tokens& tokens, const std::vector<Found>& found);

}  // namespace dialogs
