#include "bot/desk/callback_state.h"

#include <doctest/doctest.h>

#include <set>

using bot::CallbackState;
using bot::DeskList;
using bot::Step;

TEST_CASE("callback state: the rows stand in the order of the states, each name once") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < bot::kStates.size(); ++i) {
    const auto& row = bot::kStates[i];
    CHECK(static_cast<std::size_t>(row.state) == i);
    CHECK(names.insert(row.name).second);
    CHECK(bot::callback_state(row.name) == row.state);
    CHECK(bot::name_of(row.state) == row.name);
  }
  CHECK(names.size() == static_cast<std::size_t>(CallbackState::erased) + 1);
  CHECK_FALSE(bot::callback_state(""));
  CHECK_FALSE(bot::callback_state("New"));
}

TEST_CASE("callback state: every state but the first can be come to, none but the last is final") {
  constexpr std::array kSteps = {Step::claim,  Step::release, Step::attempt, Step::undo,
                                 Step::decide, Step::merge,   Step::visitor};
  for (const auto& row : bot::kStates) {
    CAPTURE(row.name);
    bool comes = row.state == CallbackState::fresh, goes = row.state == CallbackState::erased;
    for (const auto& other : bot::kStates)
      for (const auto step : kSteps) {
        comes = comes || bot::may_follow(other.state, step, row.state);
        goes = goes || bot::may_follow(row.state, step, other.state);
      }
    CHECK(comes);
    CHECK(goes);
    // What was given can be deleted, whatever became of it.
    if (row.state != CallbackState::erased)
      CHECK(bot::may_follow(row.state, Step::visitor, CallbackState::erased));
  }
}

TEST_CASE("callback state: only who holds it logs an attempt, only an open one is claimed") {
  for (const auto& row : bot::kStates) {
    CAPTURE(row.name);
    const bool is_claimed = row.state == CallbackState::claimed;
    CHECK(bot::may_follow(row.state, Step::attempt, CallbackState::reached) == is_claimed);
    CHECK(bot::may_follow(row.state, Step::claim, CallbackState::claimed) ==
          (row.list == DeskList::queue));
  }
}

TEST_CASE("callback state: what an attempt can lead to can be undone, and nothing else") {
  for (const auto& row : bot::kStates) {
    CAPTURE(row.name);
    CHECK(bot::may_follow(row.state, Step::undo, CallbackState::claimed) ==
          bot::may_follow(CallbackState::claimed, Step::attempt, row.state));
  }
}

TEST_CASE("callback state: what may not happen") {
  using enum CallbackState;
  struct Bad {
    CallbackState from;
    Step step;
    CallbackState to;
  };
  const std::vector<Bad> table = {
      {do_not_contact, Step::decide, attempting}, {do_not_contact, Step::claim, claimed},
      {erased, Step::decide, attempting},         {erased, Step::merge, fresh},
      {cancelled, Step::claim, claimed},          {unreachable, Step::release, scheduled},
      {fresh, Step::decide, duplicate},           {claimed, Step::decide, erased},
      {reached, Step::visitor, cancelled},        {duplicate, Step::decide, attempting}};
  for (const auto& [from, step, to] : table) {
    CAPTURE(bot::name_of(from));
    CAPTURE(bot::name_of(to));
    CHECK_FALSE(bot::may_follow(from, step, to));
  }
}

TEST_CASE("callback state: unreachable is never left but by a person's decision") {
  for (const auto& row : bot::kStates)
    for (const auto step : {Step::claim, Step::release, Step::attempt})
      CHECK_FALSE(bot::may_follow(CallbackState::unreachable, step, row.state));
}

TEST_CASE("callback state: the lists as SQL") {
  CHECK(bot::sql_states(DeskList::queue) == "'new', 'claimed', 'attempting'");
  CHECK(bot::sql_states(DeskList::review) == "'unreachable', 'wrong_number'");
  CHECK(bot::sql_states_before(Step::claim, CallbackState::claimed) ==
        bot::sql_states(DeskList::queue));
  CHECK(bot::sql_states_before(Step::attempt, CallbackState::reached) == "'claimed'");
  CHECK(bot::decisions(CallbackState::do_not_contact).empty());
}
