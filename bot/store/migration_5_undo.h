#pragma once

namespace bot {

/// What it takes to undo an outcome that was tapped by mistake, and what a merge moved. Columns as
/// in schema.cpp; none of them holds anything about a visitor.
///
/// attempt: `place_before` and `silence_before` are what the outcome changed; `undone_at_ms` is set
/// where it was taken back. callback: `card_before` and `card_after` are where the card stood
/// before and after this duplicate was put on it.
inline constexpr const char* kUndoMigration = R"sql(
ALTER TABLE attempt ADD COLUMN place_before TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN silence_before TEXT NOT NULL DEFAULT '';
ALTER TABLE attempt ADD COLUMN undone_at_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE callback ADD COLUMN card_before TEXT NOT NULL DEFAULT '';
ALTER TABLE callback ADD COLUMN card_after TEXT NOT NULL DEFAULT '';
)sql";

}  // namespace bot
