#pragma once

namespace bot {

/// What a request was about that is carried out once, and, where its answer held a secret, that
/// answer for as long as it may be asked for again. Columns as in schema.cpp.
inline constexpr const char* kIdempotencyMigration = R"sql(
ALTER TABLE idempotency ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE idempotency ADD COLUMN sealed_answer BLOB;
CREATE INDEX idempotency_answered ON idempotency (at_ms) WHERE sealed_answer IS NOT NULL;
)sql";

}  // namespace bot
