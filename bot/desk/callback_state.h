#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bot {

/// What has become of a request for a callback.
enum class CallbackState {
  fresh,           ///< "new": nobody has called yet
  claimed,         ///< somebody holds it, until the lease runs out
  attempting,      ///< called and not reached; the next attempt has its time
  reached,         ///< spoken with; what follows is not settled yet
  scheduled,       ///< an intake appointment is made
  referred,        ///< another place helps them
  declined,        ///< they do not want to go on
  unreachable,     ///< the attempts are used up: on the review list until a person decides
  wrong_number,    ///< on the review list too: there may be another way to reach them
  do_not_contact,  ///< they asked not to be called
  duplicate,       ///< put on another request's card; can be undone
  cancelled,       ///< the visitor withdrew it
  erased,          ///< the visitor had it deleted; holds nothing
};

/// Which part of the desk shows a state.
enum class DeskList { queue, review, closed };

/// How a callback gets from one state to another.
enum class Step {
  claim,
  release,   ///< by its holder, or because the lease ran out
  attempt,   ///< an outcome was logged
  undo,      ///< it was logged by mistake
  decide,    ///< a coordinator sets the state
  merge,     ///< put on another card, or taken off it again
  visitor,   ///< the visitor withdrew or deleted it, or is in danger
};

struct StateRow {
  CallbackState state;
  std::string_view name;  ///< in the API, the database and the documents
  DeskList list;
};

inline constexpr std::array kStates = {
    StateRow{CallbackState::fresh, "new", DeskList::queue},
    StateRow{CallbackState::claimed, "claimed", DeskList::queue},
    StateRow{CallbackState::attempting, "attempting", DeskList::queue},
    StateRow{CallbackState::reached, "reached", DeskList::closed},
    StateRow{CallbackState::scheduled, "scheduled", DeskList::closed},
    StateRow{CallbackState::referred, "referred", DeskList::closed},
    StateRow{CallbackState::declined, "declined", DeskList::closed},
    StateRow{CallbackState::unreachable, "unreachable", DeskList::review},
    StateRow{CallbackState::wrong_number, "wrong_number", DeskList::review},
    StateRow{CallbackState::do_not_contact, "do_not_contact", DeskList::closed},
    StateRow{CallbackState::duplicate, "duplicate", DeskList::closed},
    StateRow{CallbackState::cancelled, "cancelled", DeskList::closed},
    StateRow{CallbackState::erased, "erased", DeskList::closed}};

std::string_view name_of(CallbackState state);
std::optional<CallbackState> callback_state(std::string_view name);
DeskList list_of(CallbackState state);

/// The one table of what may follow what. Everything that moves a callback asks it.
bool may_follow(CallbackState from, Step step, CallbackState to);

/// What a coordinator may set now, by name, in the order of the table.
std::vector<std::string> decisions(CallbackState from);

/// "'new', 'claimed', 'attempting'": the states of a list, for SQL.
std::string sql_states(DeskList list);
/// The states from which `step` leads to `to`, for SQL: the condition of the one UPDATE.
std::string sql_states_before(Step step, CallbackState to);

}  // namespace bot
