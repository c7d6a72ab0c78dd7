#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/config.h"
#include "bot/service/chat_words.h"
#include "bot/store/store.h"

namespace bot {

/// What one page of the plain chat shows.
struct ChatPage {
  std::string token = {};       ///< of the conversation; empty before its first message
  std::string message_id = {};  ///< for what is sent from this page, so that sending twice is once
  std::vector<StoredTurn> turns = {};
  std::string_view notice = {}; ///< one of the words' sentences; may be empty
  std::string draft = {};       ///< what could not be taken, to be sent again
};

/// The page as HTML that needs no script. Everything said is escaped. Pure.
std::string chat_page_html(const ChatPage& page, const ChatWords& words,
                           const ClinicConfig& clinic);

}  // namespace bot
