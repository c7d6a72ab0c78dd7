#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bot/desk/calling_order.h"
#include "dialogs/session.h"

namespace bot {

/// A request for a callback as the desk sees it.
struct Callback {
  std::string id;              ///< "<conversation>-<sequence>"
  std::string conversation_id;
  dialogs::Channel channel = dialogs::Channel::web;
  std::string status;          ///< a name of desk/callback_state.h
  bool urgent = false;
  dialogs::Slots fields;
  dialogs::Consent consent;                   ///< to the call
  std::vector<dialogs::Consent> permissions;  ///< safe-contact card: what was allowed beside it
  std::string holder;          ///< who has claimed it; empty where nobody has
  std::int64_t lease_until_ms = 0;
  int attempts = 0;
  std::int64_t created_at_ms = 0;
  std::int64_t updated_at_ms = 0;
  std::int64_t version = 1;    ///< grows with every change

  Promise promise;
  bool promise_missed = false;
  std::int64_t first_attempt_at_ms = 0;  ///< 0: nobody has called yet
  bool asleep = false;
  std::int64_t turns_at_ms = 0;  ///< when it wakes, or its window closes
  std::int64_t due_ms = 0;       ///< its place in the order
  std::int64_t ended_at_ms = 0;  ///< when it left the queue uncalled; 0: it waits, or was called
  std::string merged_into;       ///< the card that a duplicate was put on
  bool bumped = false;           ///< the visitor asked again; nobody has looked since
  std::string acknowledged_by;   ///< who has a crisis in hand
  std::int64_t acknowledged_at_ms = 0;
  int history = 0;               ///< other requests from the same number
  bool suppressed = false;       ///< the number asked for no calls, or for no texts
};

struct Attempt {
  std::string outcome;  ///< a name of desk/outcome.h
  std::string note;     ///< sealed
  std::string by;
  std::int64_t at_ms = 0;
  std::int64_t next_at_ms = 0;  ///< when to call again, where it was agreed; 0: the ladder says
  std::int64_t undone_at_ms = 0;  ///< when it was taken back; 0: it stands
};

/// A change that a coordinator makes to a card.
struct CardChange {
  std::string status;     ///< empty: stays
  dialogs::Slots fields;  ///< those that change
  std::string by;
  std::int64_t version = 0;  ///< of the card that they saw
  std::int64_t at_ms = 0;
};

struct CardNote {
  std::int64_t id = 0;
  std::string text;
  std::string by;
  std::int64_t at_ms = 0;
};

struct CardEdit {
  std::string field;
  std::string old_value;  ///< JSON; "null" where there was none
  std::string new_value;
  std::string by;
  std::int64_t at_ms = 0;
};

struct CardEvent {
  std::string what;
  std::string by;
  std::int64_t at_ms = 0;
};

/// All that is known of one callback beside its row. Each list is oldest first.
struct CardHistory {
  std::vector<Attempt> attempts;
  std::optional<Attempt> undoable;  ///< the last thing that happened, by whoever may take it back
  std::vector<CardNote> notes;
  std::vector<CardEdit> edits;
  std::vector<CardEvent> events;
  std::vector<Callback> merged;  ///< requests put on this card; the newest 100
};

/// What came of a change to the queue.
enum class Verdict {
  done,
  unchanged,      ///< it is so already; nothing was written
  held_by_other,  ///< or by nobody, where only a holder may
  not_found,
  closed,         ///< it is no longer to be called
  stale,          ///< it has changed since it was looked at
  not_allowed,    ///< the table of states does not lead there
  key_reused,     ///< the idempotency key came before with another request
};

}  // namespace bot
