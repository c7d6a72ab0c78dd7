#pragma once

#include "bot/store/callback_rows.h"

// The SQL of who holds which callback.
namespace bot {

/// Whether time has changed something that sweep() would write.
bool select_sweep_due(const SQLite::Database& database, std::int64_t now_ms);
/// What time has changed: leases that ran out free their callbacks, windows open and close.
void sweep(const Bench& bench, std::int64_t now_ms);

/// Claims the first callback that may be called now and nobody holds; gives its id, or "".
std::string claim_first(SQLite::Database& database, std::string_view holder, std::int64_t now_ms,
                        std::int64_t lease_ms);
/// Claims one, or keeps it longer. With `takes_over` from whoever holds it.
Verdict claim_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                  std::int64_t now_ms, std::int64_t lease_ms, bool takes_over);
/// Keeps what one holds; never claims.
Verdict renew_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                  std::int64_t now_ms, std::int64_t lease_ms);
Verdict release_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                    std::int64_t now_ms);

bool is_held_by(SQLite::Database& database, std::string_view id, std::string_view holder);

/// Why a change found no row to change.
Verdict why_not(SQLite::Database& database, std::string_view id);

}  // namespace bot
