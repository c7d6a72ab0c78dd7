#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "bot/store/callback_rows.h"

// The SQL of what was changed on a card, field by field.
namespace bot {

void write_edit(const Bench& bench, std::string_view id, const CardChange& change,
                const std::string& field, const nlohmann::ordered_json& old_value,
                const nlohmann::ordered_json& new_value);
std::vector<CardEdit> select_edits(SQLite::Database& database, const Keys& keys,
                                   std::string_view id);
/// Rewrites each edit {"field", "old", "new"} that `change` says it has changed.
void change_edits(const Bench& bench, std::string_view id,
                  const std::function<bool(nlohmann::ordered_json&)>& change);

}  // namespace bot
