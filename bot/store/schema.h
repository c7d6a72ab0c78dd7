#pragma once

namespace SQLite {
class Database;
}

namespace bot {

/// Brings the database forward to the newest schema, one migration a transaction, each exactly
/// once (PRAGMA user_version counts them). Throws std::runtime_error where the file was written by
/// a newer program, SQLite::Exception where it cannot be written.
void migrate(SQLite::Database& database);

}  // namespace bot
