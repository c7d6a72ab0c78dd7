#pragma once

namespace bot {

/// Who works at the desk, what they did, and what is still to be told to the clinic. Columns as in
/// schema.cpp. Accounts are disabled, never deleted; the audit is never changed.
///
/// account: `totp_step` is the last step whose code was used. session: of a signed-in person.
/// alert: the outbox; `turn_key` keeps one event from being told twice, `due_at_ms` is the next
/// try, `told_at_ms` 0 while it waits, `given_up_at_ms` set where nobody took it.
inline constexpr const char* kAccountsMigration = R"sql(
CREATE TABLE account (
  name            TEXT PRIMARY KEY,
  role            TEXT NOT NULL CHECK (role IN ('coordinator', 'admin', 'editor')),
  sealed_password BLOB NOT NULL,
  sealed_totp     BLOB NOT NULL,
  totp_step       INTEGER NOT NULL DEFAULT 0,
  disabled        INTEGER NOT NULL DEFAULT 0,
  created_at_ms   INTEGER NOT NULL,
  updated_at_ms   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE recovery_code (
  account    TEXT NOT NULL REFERENCES account (name),
  code_index BLOB NOT NULL,
  PRIMARY KEY (account, code_index)
) WITHOUT ROWID;

CREATE TABLE known_address (
  account       TEXT NOT NULL REFERENCES account (name),
  address_index BLOB NOT NULL,
  at_ms         INTEGER NOT NULL,
  PRIMARY KEY (account, address_index)
) WITHOUT ROWID;

CREATE TABLE session (
  id            TEXT PRIMARY KEY,
  token_hash    BLOB NOT NULL UNIQUE,
  account       TEXT NOT NULL REFERENCES account (name),
  created_at_ms INTEGER NOT NULL,
  seen_at_ms    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account);

CREATE TABLE api_token (
  name          TEXT PRIMARY KEY,
  token_hash    BLOB NOT NULL UNIQUE,
  scopes        TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms    INTEGER NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('nobody', 'person', 'machine')),
  who      TEXT NOT NULL,
  what     TEXT NOT NULL,
  about    TEXT NOT NULL,
  detail   TEXT NOT NULL
);
CREATE INDEX audit_by_about ON audit (about, sequence);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TABLE alert (
  id             TEXT PRIMARY KEY,
  kind           TEXT NOT NULL,
  about          TEXT NOT NULL,
  way            TEXT NOT NULL,
  created_at_ms  INTEGER NOT NULL,
  due_at_ms      INTEGER NOT NULL,
  tries          INTEGER NOT NULL DEFAULT 0,
  told_at_ms     INTEGER NOT NULL DEFAULT 0,
  given_up_at_ms INTEGER NOT NULL DEFAULT 0,
  why            TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX alert_waiting ON alert (due_at_ms) WHERE told_at_ms = 0 AND given_up_at_ms = 0;
CREATE INDEX alert_by_about ON alert (about, kind, way);
)sql";

}  // namespace bot
