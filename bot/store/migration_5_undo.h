#pragma once

namespace bot {

/// What it takes to undo an outcome that was tapped by mistake, and a merge. Columns as in
/// schema.cpp; only sealed_own holds anything about a visitor.
///
/// attempt: `place_before` and `silence_before` are what the outcome changed; `undone_at_ms` is set
/// where it was taken back. callback, of a card with others on it: `card_before` and `card_after`
/// are where it stood before the first was put on it and after the last; `sealed_own` is what it
/// says without them. `sealed_before` of schema 2 is no longer used: it kept what others had said.
inline constexpr const char* kUndoMigration = R"sql(
ALTER TABLE attempt ADD COLUMN place_before TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN silence_before TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN undone_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN card_before TEXT NOT NULL DEFAULT '';
ALTER TABLE callback ADD COLUMN card_after TEXT NOT NULL DEFAULT '';
ALTER TABLE callback ADD COLUMN sealed_own BLOB;
UPDATE callback SET sealed_before = NULL;
)sql";

}  // namespace bot
