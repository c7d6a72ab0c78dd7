#pragma once

namespace bot {

/// What a request was about that is carried out once, and, where its answer held a secret, that
/// answer for as long as it may be asked for again; the version of an account, so that no change
/// undoes one that its sender has not seen; what the newest of a queue and of a number is found by.
/// Columns as in schema.cpp.
inline constexpr const char* kIdempotencyMigration = R"sql(
ALTER TABLE idempotency ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE idempotency ADD COLUMN sealed_answer BLOB;
CREATE INDEX idempotency_answered ON idempotency (at_ms) WHERE sealed_answer IS NOT NULL;

ALTER TABLE account ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

CREATE INDEX audit_by_who ON audit (who, sequence);
CREATE INDEX audit_by_what ON audit (what, sequence);

CREATE INDEX callback_newest ON callback (created_at_ms)
  WHERE status IN ('new', 'claimed', 'attempting');
DROP INDEX callback_by_phone;
CREATE INDEX callback_by_phone ON callback (phone_index, created_at_ms, id)
  WHERE phone_index IS NOT NULL;
)sql";

}  // namespace bot
