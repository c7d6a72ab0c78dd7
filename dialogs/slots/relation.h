#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dialogs/slots/token.h"

namespace dialogs {

/// A person that a text names by how they are related to the visitor.
struct Person {
  std::string relation;       ///< of the closed set that ForWhom knows; empty where it has no word
  bool is_ruled_out = false;  ///< "not my son"
  bool is_visitor = false;    ///< "I'm his mother" says who writes, not whom it is for
  bool is_beneficiary = false;  ///< "for my son": named as the one it is for
  std::size_t first = 0;        ///< its tokens: [first, next)
  std::size_t next = 0;
};

/// Everybody that the text names, in its order; "my sister's son" is one person.
std::vector<Person> persons_in(const Tokens& tokens);

}  // namespace dialogs
