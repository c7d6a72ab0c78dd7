#pragma once

namespace SQLite {
class Database;
}

namespace bot {

/// The number of migrations that this program knows.
int newest_schema();

/// Brings the database forward to the schema `want`, one migration a transaction, each exactly once
/// (PRAGMA user_version counts them). Throws std::runtime_error where the file was written by
/// a newer program, SQLite::Exception where it cannot be written.
void migrate(SQLite::Database& database, int want = newest_schema());

}  // namespace bot
