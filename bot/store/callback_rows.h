#pragma once

#include "bot/store/row.h"
#include "bot/store/store.h"

// The SQL of callbacks. Each function throws SQLite::Exception where SQLite
// fails.
namespace bot {

/// What a change to a callback is made with.
struct Bench {
  SQLite::Database& database;
  const Keys& keys;
  const DeskRules& rules;
};

/// When a request that nobody has called about left the queue, in SQL: nobody had to call then. 0
/// where it waits, or was called about.
const std::string& ended_at_sql();

inline constexpr const char* kVisitor = "visitor";

/// "<conversation>-<sequence>".
std::string callback_id(std::string_view conversation_id, const dialogs::Lead& lead);

std::vector<Callback> select_callbacks(const SQLite::Database& database, const Keys& keys,
                                       int limit);
std::optional<Callback> select_callback(const SQLite::Database& database, const Keys& keys,
                                        std::string_view id);
std::vector<Callback> select_callbacks_by_phone(const SQLite::Database& database,
                                                const Keys& keys, std::string_view phone,
                                                int limit);
/// "SELECT ... FROM callback ", and one row of it.
extern const std::string kSelectCallback;
Callback callback_of(Row& row, const SQLite::Database& database, const Keys& keys);

/// What a request says; nothing where it is erased.
dialogs::Slots select_fields(const SQLite::Database& database, const Keys& keys,
                             std::string_view id);
/// What lists and cards show of it; a card with others on it is written by card_fields.h.
void write_fields(const Bench& bench, std::string_view id, const dialogs::Slots& fields);
/// The promise, which is also the place in the order until somebody calls.
void write_promise(const Bench& bench, std::string_view id, const Promise& promise);
/// The consent to the call is written first; the permissions beside it follow.
void insert_consent(SQLite::Database& database, std::string_view callback_id,
                    const dialogs::Consent& consent);
/// Asks the visitor's window anew: writes whether the callback sleeps and until when.
Waiting settle(const Bench& bench, std::string_view id, std::int64_t now_ms);

void add_event(SQLite::Database& database, std::string_view callback_id, std::string_view what,
               std::string_view by, std::int64_t at_ms);

/// The blind index of the fields' phone; empty where there is none.
std::string phone_index(const Keys& keys, const dialogs::Slots& fields);

}  // namespace bot
