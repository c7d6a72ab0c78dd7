#include "bot/store/card_fields.h"

#include <vector>

#include "bot/desk/one_person.h"
#include "bot/store/edit_rows.h"
#include "bot/store/session_json.h"
#include "bot/turn_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

std::string own_context(std::string_view id) { return "callback.own/" + std::string(id); }

/// What a card with others on it has of its own.
struct Own {
  dialogs::Slots fields;
  dialogs::Slots corrected;  ///< of these, what stands above the others
  std::int64_t created_at_ms = 0;
};

Own select_own(const Bench& bench, std::string_view id) {
  const auto card = select_callback(bench.database, bench.keys, id);
  if (!card) return {};
  Own own{card->fields, {}, card->created_at_ms};
  Row row(bench.database, "SELECT sealed_own FROM callback WHERE id = ?");
  if (!row.text(id).next() || row.get(0).empty()) return own;
  const Json json = Json::parse(bench.keys.open(row.get(0), own_context(id)));
  own.fields = slots_of(json.at("fields"));
  own.corrected = slots_of(json.at("corrected"));
  return own;
}

struct Joined {
  dialogs::Slots fields;
  std::int64_t created_at_ms = 0;
};

std::vector<Joined> select_joined(const Bench& bench, std::string_view id) {
  std::vector<Joined> all;
  Row row(bench.database,
          "SELECT id, created_at_ms FROM callback INDEXED BY callback_by_card "
          "WHERE merged_into = ? AND merged_into <> '' ORDER BY created_at_ms, id");
  row.text(id);
  while (row.next())
    all.push_back({select_fields(bench.database, bench.keys, row.get(0)), row.get_number(1)});
  return all;
}

void write(const Bench& bench, std::string_view id, const Own& own) {
  const auto joined = select_joined(bench, id);
  auto fields = own.fields;
  for (const auto& other : joined)
    fields = merged_fields(fields, other.fields, other.created_at_ms >= own.created_at_ms);
  for (const auto& [field, value] : own.corrected) fields[field] = value;
  write_fields(bench, id, fields);
  const Json json = {{"fields", slots_json(own.fields)}, {"corrected", slots_json(own.corrected)}};
  Row(bench.database, "UPDATE callback SET sealed_own = ? WHERE id = ?")
      .blob_or_null(joined.empty() ? "" : bench.keys.seal(json.dump(), own_context(id)))
      .text(id)
      .run();
}

}  // namespace

void write_own_fields(const Bench& bench, std::string_view id, const dialogs::Slots& fields) {
  auto own = select_own(bench, id);
  own.fields = fields;
  own.corrected.clear();
  write(bench, id, own);
}

void correct_fields(const Bench& bench, std::string_view id, const dialogs::Slots& corrected) {
  auto own = select_own(bench, id);
  for (const auto& [field, value] : corrected) own.fields[field] = own.corrected[field] = value;
  write(bench, id, own);
}

void join_fields(const Bench& bench, std::string_view id, const Callback& joined) {
  auto own = select_own(bench, id);
  const auto with = merged_fields(own.corrected, joined.fields,
                                  joined.created_at_ms >= own.created_at_ms);
  std::erase_if(own.corrected,
                [&](const auto& field) { return with.at(field.first) != field.second; });
  write(bench, id, own);
}

void renew_fields(const Bench& bench, std::string_view id) {
  write(bench, id, select_own(bench, id));
}

void part_fields(const Bench& bench, std::string_view id) {
  write_fields(bench, id, select_own(bench, id).fields);
  Row(bench.database, "UPDATE callback SET sealed_own = NULL WHERE id = ?").text(id).run();
}

void forget_in_edits(const Bench& bench, std::string_view card, const dialogs::Slots& erased) {
  const auto own = slots_json(select_own(bench, card).fields);
  const auto said = slots_json(erased);
  change_edits(bench, card, [&](Json& edit) {
    const auto field = edit.at("field").get<std::string>();
    bool is_changed = false;
    for (const char* side : {"old", "new"}) {
      const bool is_theirs = said.contains(field) && said.at(field) == edit.at(side) &&
                             (!own.contains(field) || own.at(field) != edit.at(side));
      if (is_theirs) edit[side] = nullptr;
      is_changed = is_changed || is_theirs;
    }
    return is_changed;
  });
}

}  // namespace bot
