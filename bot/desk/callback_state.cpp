#include "bot/desk/callback_state.h"

#include <algorithm>
#include <cassert>

namespace bot {
namespace {

using enum CallbackState;

/// A set of states, one bit each.
using States = std::uint32_t;

constexpr States bit(CallbackState state) { return 1U << static_cast<unsigned>(state); }

template <typename... State>
constexpr States any_of(State... state) {
  return (bit(state) | ...);
}

struct Transition {
  CallbackState from;
  Step step;
  States to;
};

constexpr States kSettled = any_of(scheduled, referred, declined, do_not_contact);

constexpr std::array kTransitions = {
    Transition{fresh, Step::claim, any_of(claimed)},
    Transition{fresh, Step::decide, any_of(reached) | kSettled},
    Transition{fresh, Step::merge, any_of(duplicate)},
    Transition{fresh, Step::visitor, any_of(cancelled, erased)},

    Transition{claimed, Step::claim, any_of(claimed)},
    Transition{claimed, Step::release, any_of(fresh, attempting)},
    Transition{claimed, Step::attempt,
               any_of(attempting, reached, unreachable, wrong_number, do_not_contact)},
    Transition{claimed, Step::decide, any_of(reached, unreachable, wrong_number) | kSettled},
    Transition{claimed, Step::merge, any_of(duplicate)},
    Transition{claimed, Step::visitor, any_of(cancelled, erased)},

    Transition{attempting, Step::claim, any_of(claimed)},
    Transition{attempting, Step::undo, any_of(claimed)},
    Transition{attempting, Step::decide, any_of(reached, unreachable, wrong_number) | kSettled},
    Transition{attempting, Step::merge, any_of(duplicate, unreachable, wrong_number)},
    Transition{attempting, Step::visitor, any_of(cancelled, erased)},

    // "attempting" puts it back into the queue: the visitor is to be called again.
    Transition{reached, Step::undo, any_of(claimed)},
    Transition{reached, Step::decide, any_of(attempting) | kSettled},
    Transition{reached, Step::visitor, any_of(attempting, erased)},
    Transition{scheduled, Step::decide,
               any_of(attempting, referred, declined, do_not_contact)},
    Transition{scheduled, Step::visitor, any_of(attempting, erased)},
    Transition{referred, Step::decide,
               any_of(attempting, scheduled, declined, do_not_contact)},
    Transition{referred, Step::visitor, any_of(attempting, erased)},
    Transition{declined, Step::decide,
               any_of(attempting, scheduled, referred, do_not_contact)},
    Transition{declined, Step::visitor, any_of(attempting, erased)},

    Transition{unreachable, Step::undo, any_of(claimed)},
    Transition{unreachable, Step::decide,
               any_of(attempting, reached, wrong_number) | kSettled},
    Transition{unreachable, Step::merge, any_of(duplicate, attempting)},
    Transition{unreachable, Step::visitor, any_of(attempting, cancelled, erased)},
    Transition{wrong_number, Step::undo, any_of(claimed)},
    Transition{wrong_number, Step::decide,
               any_of(attempting, reached, unreachable) | kSettled},
    Transition{wrong_number, Step::merge, any_of(duplicate, attempting)},
    Transition{wrong_number, Step::visitor, any_of(attempting, cancelled, erased)},

    // Who asked not to be called is called only after asking for it anew, a request of its own, or
    // where they are in danger: then a person decides, with their wish in red before them.
    Transition{do_not_contact, Step::undo, any_of(claimed)},
    Transition{do_not_contact, Step::visitor, any_of(attempting, erased)},

    Transition{duplicate, Step::merge, any_of(fresh, attempting, unreachable, wrong_number)},
    Transition{duplicate, Step::visitor, any_of(cancelled, erased)},
    Transition{cancelled, Step::visitor, any_of(erased)}};

std::string quoted(States states) {
  std::string list;
  for (const auto& row : kStates)
    if ((states & bit(row.state)) != 0)
      list += (list.empty() ? "'" : ", '") + std::string(row.name) + "'";
  assert(!list.empty());
  return list;
}

States following(CallbackState from, Step step) {
  for (const auto& transition : kTransitions)
    if (transition.from == from && transition.step == step) return transition.to;
  return 0;
}

}  // namespace

std::string_view name_of(CallbackState state) {
  return kStates.at(static_cast<std::size_t>(state)).name;
}

std::optional<CallbackState> callback_state(std::string_view name) {
  for (const auto& row : kStates)
    if (row.name == name) return row.state;
  return std::nullopt;
}

DeskList list_of(CallbackState state) { return kStates.at(static_cast<std::size_t>(state)).list; }

bool may_follow(CallbackState from, Step step, CallbackState to) {
  return (following(from, step) & bit(to)) != 0;
}

std::vector<std::string> decisions(CallbackState from) {
  std::vector<std::string> names;
  for (const auto& row : kStates)
    if (may_follow(from, Step::decide, row.state)) names.emplace_back(row.name);
  return names;
}

std::string sql_states(DeskList list) {
  States states = 0;
  for (const auto& row : kStates)
    if (row.list == list) states |= bit(row.state);
  return quoted(states);
}

std::string sql_states_before(Step step, CallbackState to) {
  States states = 0;
  for (const auto& row : kStates)
    if (may_follow(row.state, step, to)) states |= bit(row.state);
  return quoted(states);
}

}  // namespace bot
