#pragma once

#include <string>
#include <vector>

#include "bot/content.h"
#include "bot/store/store.h"

namespace bot {

/// One stored turn run again with other content, or with the same.
struct ReplayedTurn {
  int number = 0;               ///< from 1
  std::string content_version;  ///< of the content that answered it then
  std::string stored;           ///< the turn object as it was given
  std::string now;              ///< as it would be given

  bool differs() const { return stored != now; }
};

/// Runs a conversation again from its first message: the same texts, the same clock, the sessions
/// following from one another. After a turn that differs the next one starts from its own stored
/// session, so that one difference is not shown many times. Erased turns have no text left and are
/// left out.
std::vector<ReplayedTurn> replayed(const Content& content, const Conversation& conversation,
                                   const std::vector<StoredTurn>& turns);

/// What differs, a line each: "  - phone" as it was, "  + name" as it would be. Empty where nothing
/// does.
std::string difference(const ReplayedTurn& turn);

}  // namespace bot
