#include "bot/store/edit_rows.h"

#include <utility>

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

std::string edit_context(std::string_view id) { return "edit.change/" + std::string(id); }

}  // namespace

void write_edit(const Bench& bench, std::string_view id, const CardChange& change,
                const std::string& field, const Json& old_value, const Json& new_value) {
  const Json edit = {{"field", field}, {"old", old_value}, {"new", new_value}};
  Row(bench.database,
      "INSERT INTO edit (callback_id, sealed_change, by, at_ms) VALUES (?, ?, ?, ?)")
      .text(id)
      .blob(bench.keys.seal(edit.dump(), edit_context(id)))
      .text(change.by)
      .number(change.at_ms)
      .run();
}

std::vector<CardEdit> select_edits(SQLite::Database& database, const Keys& keys,
                                   std::string_view id) {
  std::vector<CardEdit> edits;
  Row row(database, "SELECT sealed_change, by, at_ms FROM edit WHERE callback_id = ? ORDER BY id");
  row.text(id);
  while (row.next()) {
    const Json change = Json::parse(keys.open(row.get(0), edit_context(id)));
    edits.push_back({change.at("field"), change.at("old").dump(), change.at("new").dump(),
                     row.get(1), row.get_number(2)});
  }
  return edits;
}

void change_edits(const Bench& bench, std::string_view id,
                  const std::function<bool(Json&)>& change) {
  std::vector<std::pair<std::int64_t, std::string>> changed;
  Row row(bench.database, "SELECT id, sealed_change FROM edit WHERE callback_id = ?");
  row.text(id);
  while (row.next()) {
    Json edit = Json::parse(bench.keys.open(row.get(1), edit_context(id)));
    if (change(edit))
      changed.emplace_back(row.get_number(0), bench.keys.seal(edit.dump(), edit_context(id)));
  }
  for (const auto& [row_id, sealed] : changed)
    Row(bench.database, "UPDATE edit SET sealed_change = ? WHERE id = ?")
        .blob(sealed)
        .number(row_id)
        .run();
}

}  // namespace bot
