#pragma once

#include <date/date.h>

#include <cstddef>

#include "dialogs/slots/token.h"

// A time with a "no" beside it is never one to call at. What a rule covers leaves the rest of the
// day or week; of everything else the visitor is asked again.
namespace dialogs {

/// The token after words that rule out what stands right before token `at`: "[evenings] don't work
/// for me", "[los lunes] no". 0 where none do.
std::size_t after_denial_behind(const Tokens& tokens, std::size_t at);

/// Whether a "no" that means what stands at token `at` goes before it in the same thought: "I'm
/// never home [evenings]". Tokens before `from` belong to a time that was read.
bool is_denied_before(const Tokens& tokens, std::size_t from, std::size_t at);

/// The token after the days or part of the day at token `at`; 0 where none begin.
std::size_t after_days_or_part(const Tokens& tokens, std::size_t at, date::local_days today);

/// The token after the days and parts from `at` on, where a denial of them all follows: "mondays
/// and evenings don't work". 0 elsewhere.
std::size_t after_denied(const Tokens& tokens, std::size_t at, date::local_days today);

}  // namespace dialogs
