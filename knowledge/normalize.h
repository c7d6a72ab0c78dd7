#pragma once

#include <string>
#include <string_view>

namespace knowledge {

/// The form in which templates, safety patterns, entities and the classifier compare text:
/// NFKC, case folded, diacritics removed, curly quotes and dashes made ASCII, zero-width and
/// control characters removed, letters repeated more than twice cut to two, punctuation other than
/// ' $ % + @ . , ? ! / - & # * removed or made a space, runs of white space one space, trimmed.
/// Emoji are kept as they are (they carry meaning); invalid UTF-8 becomes U+FFFD.
/// Idempotent and thread-safe; never throws for any bytes.
std::string normalize(std::string_view utf8);

/// A normalised text without its emoji and other symbols, which say how but not what is asked; as
/// it is where nothing else would remain.
std::string without_symbols(std::string_view normalized);

}  // namespace knowledge
