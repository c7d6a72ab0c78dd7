#pragma once

#include <string>

#include "dialogs/session.h"

namespace bot {

/// One visitor message as a channel parsed it: valid UTF-8 without NUL, not blank, within the
/// limit.
struct IncomingMessage {
  dialogs::Channel channel = dialogs::Channel::web;
  std::string token;       ///< web: the conversation's token; empty starts a new one
  std::string sender;      ///< SMS: E.164 of the visitor
  std::string message_id;  ///< the sender's own id of this message; the same id is handled once
  std::string text;        ///< empty when `choice` is set
  std::string choice;      ///< id of a quick reply that was pressed
  std::string language;    ///< web: what the page or browser prefers; a hint, may be empty
  std::string zone;        ///< IANA zone of the visitor; empty: the clinic's
  std::string page;        ///< web: where the chat was opened
};

}  // namespace bot
