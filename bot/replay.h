#pragma once

#include <string>
#include <vector>

#include "bot/content.h"
#include "bot/store/store.h"

namespace bot {

/// One stored turn run again with the content of today.
struct ReplayedTurn {
  int number = 0;  ///< from 1
  std::string content_version;  ///< of the content that answered it then
  std::string stored;  ///< the turn object as it was given
  std::string now;     ///< as it would be given
};

/// Runs a conversation again from its first message: the same texts, the same clock, the sessions
/// following from one another. Erased turns have no text left and are left out.
std::vector<ReplayedTurn> replayed(const Content& content, const Conversation& conversation,
                                   const std::vector<StoredTurn>& turns);

}  // namespace bot
