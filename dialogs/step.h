#pragma once

#include <cstdint>
#include <string>

#include "dialogs/script.h"
#include "dialogs/session.h"
#include "dialogs/turn.h"
#include "knowledge/understanding.h"

namespace dialogs {

/// One message, understood.
struct Input {
  std::string text;
  std::string
      choice;  ///< id of the quick reply that was pressed; then `text` is its label or empty
  knowledge::Understanding understanding;
  Channel channel = Channel::web;
  std::string sender;  ///< SMS: E.164 of the visitor
};

/// When the message came, and where its times are meant.
struct Now {
  std::int64_t utc_ms = 0;
  std::string visitor_zone;  ///< IANA
};

/// Moves a conversation by one message. Pure: the same arguments give the same turn, to the byte.
/// Total: it has an answer for every session and input and cannot fail.
///
/// The ladder, the same in every state, first match wins: danger; SMS keywords; requests that work
/// everywhere; the pending question; topics, then the same question again; fallback.
Turn step(const Script& script, const Session& session, const Input& input, const Now& now);

}  // namespace dialogs
