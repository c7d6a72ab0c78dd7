#pragma once

#include <string_view>

#include "dialogs/move.h"

namespace dialogs {

/// The keyword families that every SMS program must honour from the first message on.
/// Sources: 47 CFR 64.1200(a)(10) (words that are a revocation by themselves, and any other
/// reasonable wording), CTIA messaging principles, Twilio's default keywords.
enum class Keyword { none, stop, start, help };

/// `normalized` comes from knowledge::normalize(). Whole messages only: "I want to stop drinking"
/// and "I quit" are no keywords.
Keyword keyword(std::string_view normalized);

/// Acts on a keyword, or keeps silent towards a number that opted out. True when the turn is done.
bool handle_keyword(Move& move);

}  // namespace dialogs
