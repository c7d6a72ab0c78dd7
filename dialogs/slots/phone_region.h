#pragma once

#include <string_view>

#include "dialogs/slots/token.h"

namespace dialogs {

/// The region outside North America whose numbers the text speaks of ("France", "a British
/// number"), as libphonenumber names it; empty for none.
std::string_view region_in(const Tokens& tokens);

}  // namespace dialogs
