#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace bot {

/// Codes that each stand in once for the second factor of somebody who lost a phone: fifty random
/// bits, written like "k7dq2-xm4pa".
std::vector<std::string> new_recovery_codes();

/// As it is stored: without what people add or change while they type it in.
std::string plain_recovery_code(std::string_view typed);

}  // namespace bot
