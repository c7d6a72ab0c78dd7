#pragma once

#include <string>
#include <string_view>

#include "bot/store/row.h"

// Where a callback stands at the desk: what undoing a change puts back.
namespace bot {

/// The columns that say it, as JSON: the state, the tries, what comes next, what was kept. Nothing
/// about the visitor.
std::string select_place(const SQLite::Database& database, std::string_view id);

/// The callback stands again where it stood.
void put_back(SQLite::Database& database, std::string_view id, std::string_view place);

/// Puts back what a change moved from `before` to `after`, and leaves what has moved since. The
/// state goes back only where nobody has tried to call meanwhile.
void put_back_unmoved(SQLite::Database& database, std::string_view id, std::string_view before,
                      std::string_view after);

}  // namespace bot
