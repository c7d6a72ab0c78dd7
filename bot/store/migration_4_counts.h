#pragma once

namespace bot {

/// What the list's numbers are counted from, without a look at each callback.
inline constexpr const char* kCountsMigration = R"sql(
CREATE INDEX callback_counted ON callback (status, asleep, urgent);
)sql";

}  // namespace bot
