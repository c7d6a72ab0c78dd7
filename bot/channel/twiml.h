#pragma once

#include <string>
#include <vector>

namespace bot {

/// Texts as Twilio's answer document: joined into as few messages as Twilio's 1,600 characters
/// allow, at most ten; none gives an empty answer. What XML cannot hold is left out.
std::string twiml(const std::vector<std::string>& texts);

/// `texts` in their order, as few as fit `units_max` UTF-16 units each; one too long by itself is
/// cut, between words where it can be.
std::vector<std::string> packed(const std::vector<std::string>& texts, std::size_t units_max);

}  // namespace bot
