#include "bot/store/schema.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <stdexcept>
#include <string>

#include "bot/store/migration_2_desk.h"
#include "bot/store/migration_3_accounts.h"
#include "bot/store/migration_4_counts.h"
#include "bot/store/migration_5_undo.h"
#include "bot/store/migration_6_idempotency.h"

namespace bot {
namespace {

// Columns named sealed_* hold XChaCha20-Poly1305 boxes; *_index and token_hash hold keyed hashes.
// Times are UTC milliseconds.
constexpr const char* kFirstMigration = R"sql(
CREATE TABLE conversation (
  id            TEXT PRIMARY KEY,
  channel       TEXT NOT NULL,
  token_hash    BLOB UNIQUE,
  sender_index  BLOB,
  sealed_state  BLOB NOT NULL,
  turns         INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX conversation_by_sender ON conversation (sender_index) WHERE sender_index IS NOT NULL;

CREATE TABLE turn (
  conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  sequence        INTEGER NOT NULL,
  message_id      TEXT NOT NULL,
  sealed_message  BLOB NOT NULL,
  sealed_reply    BLOB NOT NULL,
  sealed_trace    BLOB NOT NULL,
  content_version TEXT NOT NULL,
  unanswered      INTEGER NOT NULL,
  at_ms           INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, sequence)
) WITHOUT ROWID;
CREATE UNIQUE INDEX turn_by_message ON turn (conversation_id, message_id);

CREATE TABLE callback (
  id              TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  channel         TEXT NOT NULL,
  status          TEXT NOT NULL,
  urgent          INTEGER NOT NULL,
  sealed_fields   BLOB,
  phone_index     BLOB,
  holder          TEXT NOT NULL DEFAULT '',
  lease_until_ms  INTEGER NOT NULL DEFAULT 0,
  attempts        INTEGER NOT NULL DEFAULT 0,
  created_at_ms   INTEGER NOT NULL,
  updated_at_ms   INTEGER NOT NULL,
  version         INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;
CREATE INDEX callback_in_order ON callback (urgent DESC, created_at_ms, id)
  WHERE status IN ('new', 'claimed', 'attempting');
CREATE INDEX callback_by_phone ON callback (phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX callback_by_conversation ON callback (conversation_id);

CREATE TABLE consent (
  callback_id TEXT NOT NULL REFERENCES callback (id),
  consent_id  TEXT NOT NULL,
  version     TEXT NOT NULL,
  wording     TEXT NOT NULL,
  channel     TEXT NOT NULL,
  at_ms       INTEGER NOT NULL
);

CREATE TABLE attempt (
  callback_id TEXT NOT NULL REFERENCES callback (id),
  sequence    INTEGER NOT NULL,
  outcome     TEXT NOT NULL,
  sealed_note BLOB,
  by          TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  PRIMARY KEY (callback_id, sequence)
) WITHOUT ROWID;

CREATE TABLE event (
  callback_id TEXT NOT NULL,
  what        TEXT NOT NULL,
  by          TEXT NOT NULL,
  at_ms       INTEGER NOT NULL
);
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE suppression (
  phone_index BLOB PRIMARY KEY,
  channel     TEXT NOT NULL,
  at_ms       INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE heartbeat (id INTEGER PRIMARY KEY CHECK (id = 1), beats INTEGER NOT NULL);
INSERT INTO heartbeat VALUES (1, 0);
)sql";

constexpr std::array kMigrations = {kFirstMigration, kDeskMigration, kAccountsMigration,
                                  kCountsMigration, kUndoMigration, kIdempotencyMigration};

}  // namespace

int newest_schema() { return static_cast<int>(kMigrations.size()); }

void migrate(SQLite::Database& database, int want) {
  const int have = database.execAndGet("PRAGMA user_version").getInt();
  if (have > want)
    throw std::runtime_error("the database has schema " + std::to_string(have) +
                             ", this program knows " + std::to_string(want) +
                             ": start the newer program");
  for (int i = have; i < want; ++i) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(kMigrations[static_cast<std::size_t>(i)]);
    database.exec("PRAGMA user_version = " + std::to_string(i + 1));
    transaction.commit();
  }
}

}  // namespace bot
