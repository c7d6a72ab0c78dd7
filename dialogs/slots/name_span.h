#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "dialogs/slots/name_lead.h"
#include "dialogs/slots/token.h"

namespace dialogs {

/// A run of tokens that may be a name: [first, next).
struct NameSpan {
  std::size_t first = 0, next = 0;
  std::size_t words = 0;  ///< 0: no name

  bool is_empty() const { return words == 0; }
};

/// The longest run from `at` of names, particles between them ("de la"), titles, initials and
/// suffixes. What `lead` announced may be an everyday word ("my name is Summer").
NameSpan name_span_at(std::string_view text, const Tokens& tokens, std::size_t at, Lead lead);

/// The name as typed, spaces made one; letters that spell one name ("D-A-N-A") are put together.
std::string typed_name(std::string_view text, const Tokens& tokens, const NameSpan& span);

/// Whether the letters "R-U-T-H" are all of the span.
bool is_spelled(const Tokens& tokens, const NameSpan& span);

/// "van", "de": a word inside a name that is no name by itself.
bool is_name_particle(const Token& token);

/// A word written with a capital and small letters after it.
bool is_title_case(std::string_view text, const Token& token);

}  // namespace dialogs
