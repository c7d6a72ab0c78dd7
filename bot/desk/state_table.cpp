#include "bot/desk/state_table.h"

#include "bot/desk/callback_state.h"

namespace bot {
namespace {

struct Column {
  Step step;
  std::string_view name;
};

constexpr std::array kColumns = {
    Column{Step::claim, "claim"},     Column{Step::release, "release"},
    Column{Step::attempt, "attempt"}, Column{Step::undo, "undo"},
    Column{Step::decide, "decide"},   Column{Step::merge, "merge"},
    Column{Step::visitor, "visitor"}};

constexpr std::string_view name_of(DeskList list) {
  constexpr std::string_view kNames[] = {"queue", "review", "closed"};
  return kNames[static_cast<std::size_t>(list)];
}

std::string following(CallbackState from, Step step) {
  std::string names;
  for (const auto& row : kStates)
    if (may_follow(from, step, row.state))
      names += (names.empty() ? "" : ", ") + std::string(row.name);
  return names;
}

}  // namespace

std::string state_table() {
  std::string table = "| state | list |";
  std::string line = "| --- | --- |";
  for (const auto& column : kColumns) {
    table += " " + std::string(column.name) + " |";
    line += " --- |";
  }
  table += "\n" + line + "\n";
  for (const auto& row : kStates) {
    table += "| " + std::string(row.name) + " | " + std::string(name_of(row.list)) + " |";
    for (const auto& column : kColumns) table += " " + following(row.state, column.step) + " |";
    table += "\n";
  }
  return table;
}

}  // namespace bot
