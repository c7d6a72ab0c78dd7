#pragma once

namespace bot {

/// What the desk works with: promises, sleep and place in the order, people with one card, notes,
/// edits, attempts that plan the next. Columns as in schema.cpp.
///
/// callback: `asleep` holds until `turns_at_ms`, when the calling window opens or closes; `due_ms`
/// is the place in the order; `not_before_ms` the next attempt; `tries` counts attempts since the
/// ladder began; `merged_into` names the card that a duplicate was put on, `status_before` and
/// `sealed_before` what undoes it.
inline constexpr const char* kDeskMigration = R"sql(
ALTER TABLE callback ADD COLUMN merged_into TEXT NOT NULL DEFAULT '';
ALTER TABLE callback ADD COLUMN status_before TEXT NOT NULL DEFAULT '';
ALTER TABLE callback ADD COLUMN sealed_before BLOB;
ALTER TABLE callback ADD COLUMN bumped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN sealed_promise BLOB;
ALTER TABLE callback ADD COLUMN promise_due_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN promise_missed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN first_attempt_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN reached_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN not_before_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN due_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN asleep INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN turns_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN acknowledged_by TEXT NOT NULL DEFAULT '';
ALTER TABLE callback ADD COLUMN acknowledged_at_ms INTEGER NOT NULL DEFAULT 0;

-- Earlier requests were promised a call as soon as a coordinator was free: within the hour.
UPDATE callback SET promise_due_ms = created_at_ms + 3600000, due_ms = created_at_ms + 3600000,
  tries = attempts,
  first_attempt_at_ms = ifnull((SELECT min(at_ms) FROM attempt WHERE callback_id = id), 0),
  reached_at_ms = ifnull((SELECT min(at_ms) FROM attempt
                          WHERE callback_id = id AND outcome = 'reached'), 0);

DROP INDEX callback_in_order;
CREATE INDEX callback_in_order ON callback (asleep, urgent DESC, due_ms, created_at_ms, id)
  WHERE status IN ('new', 'claimed', 'attempting');
CREATE INDEX callback_free ON callback (asleep, urgent DESC, due_ms, created_at_ms, id)
  WHERE status IN ('new', 'attempting');
CREATE INDEX callback_by_turn ON callback (turns_at_ms)
  WHERE status IN ('new', 'claimed', 'attempting');
CREATE INDEX callback_by_lease ON callback (lease_until_ms) WHERE status = 'claimed';
CREATE INDEX callback_by_status ON callback (status, updated_at_ms, id);
CREATE INDEX callback_by_change ON callback (updated_at_ms, id);
CREATE INDEX callback_by_age ON callback (created_at_ms, id);
CREATE INDEX callback_by_card ON callback (merged_into) WHERE merged_into <> '';

ALTER TABLE attempt ADD COLUMN next_at_ms INTEGER NOT NULL DEFAULT 0;
CREATE INDEX attempt_by_time ON attempt (at_ms);
CREATE INDEX event_by_callback ON event (callback_id);
CREATE INDEX consent_by_callback ON consent (callback_id);
CREATE INDEX turn_by_time ON turn (at_ms);

CREATE TABLE note (
  id          INTEGER PRIMARY KEY,
  callback_id TEXT NOT NULL REFERENCES callback (id),
  sequence    INTEGER NOT NULL,
  sealed_text BLOB NOT NULL,
  by          TEXT NOT NULL,
  at_ms       INTEGER NOT NULL
);
CREATE UNIQUE INDEX note_by_callback ON note (callback_id, sequence);

CREATE TABLE edit (
  id            INTEGER PRIMARY KEY,
  callback_id   TEXT NOT NULL REFERENCES callback (id),
  sealed_change BLOB NOT NULL,
  by            TEXT NOT NULL,
  at_ms         INTEGER NOT NULL
);
CREATE INDEX edit_by_callback ON edit (callback_id);

-- Requests that were carried out, so that the same one sent again is not carried out twice.
CREATE TABLE idempotency (
  key_hash     BLOB PRIMARY KEY,
  request_hash BLOB NOT NULL,
  at_ms        INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX idempotency_by_age ON idempotency (at_ms);

-- A number may be closed to texts, to calls, or to both: one row each.
CREATE TABLE suppression_2 (
  phone_index BLOB NOT NULL,
  channel     TEXT NOT NULL,
  at_ms       INTEGER NOT NULL,
  PRIMARY KEY (phone_index, channel)
) WITHOUT ROWID;
INSERT INTO suppression_2 SELECT phone_index, channel, at_ms FROM suppression;
DROP TABLE suppression;
ALTER TABLE suppression_2 RENAME TO suppression;

-- Grows with everything that a list of callbacks shows: what a list is tagged with.
CREATE TABLE desk_change (id INTEGER PRIMARY KEY CHECK (id = 1), changes INTEGER NOT NULL);
INSERT INTO desk_change VALUES (1, 1);
CREATE TRIGGER callback_came AFTER INSERT ON callback
  BEGIN UPDATE desk_change SET changes = changes + 1; END;
CREATE TRIGGER callback_changed AFTER UPDATE ON callback
  BEGIN UPDATE desk_change SET changes = changes + 1; END;
)sql";

}  // namespace bot
