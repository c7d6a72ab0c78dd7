#pragma once

#include <cstddef>

#include "dialogs/slots/token.h"

namespace dialogs {

/// How surely what follows is a name: nothing said, a greeting or filler, words that may begin
/// anything ("I'm"), words that a time may follow as well ("call me"), or an announcement.
enum class Lead { none, polite, weak, called, sure };

struct NameLead {
  Lead lead = Lead::none;
  std::size_t next = 0;  ///< the token after it
};

/// What stands before a name at token `at`: "Hi, my name is", "soy", "ok so it's". Lead::none with
/// `next` == `at` where nothing does.
NameLead name_lead_at(const Tokens& tokens, std::size_t at);

/// One such phrase alone, at least Lead::weak, without greetings around it.
NameLead name_announcement_at(const Tokens& tokens, std::size_t at);

/// "my son's name is", "her name is": the announcement is of somebody else.
bool names_somebody_else(const Tokens& tokens, std::size_t at);

}  // namespace dialogs
