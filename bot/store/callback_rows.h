#pragma once

#include "bot/store/row.h"
#include "bot/store/store.h"

// The SQL of the callback queue. Each function throws SQLite::Exception where SQLite fails.
namespace bot {

/// "<conversation>-<sequence>".
std::string callback_id(std::string_view conversation_id, const dialogs::Lead& lead);

void insert_callback(SQLite::Database& database, const Keys& keys, const TurnRecord& turn);
void update_callback(SQLite::Database& database, const Keys& keys, const TurnRecord& turn);
void cancel_callback(SQLite::Database& database, const TurnRecord& turn);
/// Takes the personal data out of every callback of the conversation.
void erase_callbacks(SQLite::Database& database, std::string_view conversation_id,
                     std::int64_t now_ms);

std::vector<Callback> select_callbacks(const SQLite::Database& database, const Keys& keys,
                                       int limit);
std::optional<Callback> select_callback(const SQLite::Database& database, const Keys& keys,
                                        std::string_view id);
std::vector<Callback> select_callbacks_by_phone(const SQLite::Database& database,
                                                const Keys& keys, std::string_view phone);

/// Claims the first callback that nobody holds; gives its id, or "" where there is none.
std::string claim_first(SQLite::Database& database, std::string_view holder, std::int64_t now_ms,
                        std::int64_t lease_ms);
ClaimResult claim_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                      std::int64_t now_ms, std::int64_t lease_ms);
ClaimResult release_one(SQLite::Database& database, std::string_view id, std::string_view holder,
                        std::int64_t now_ms);
ClaimResult insert_attempt(SQLite::Database& database, const Keys& keys, std::string_view id,
                           const Attempt& attempt);

}  // namespace bot
