#include "bot/replay.h"

#include <nlohmann/json.hpp>

#include "bot/trace_json.h"
#include "bot/turn_json.h"
#include "dialogs/step.h"

namespace bot {
namespace {

/// The credential is drawn by chance; the replayed turn carries the stored one.
std::string token_of(const std::string& turn_json) {
  return nlohmann::json::parse(turn_json).at("conversation").get<std::string>();
}

}  // namespace

std::vector<ReplayedTurn> replayed(const Content& content, const Conversation& conversation,
                                   const std::vector<StoredTurn>& turns) {
  std::vector<ReplayedTurn> results;
  dialogs::Session session;
  bool is_known = false;  // what an erased turn left behind stands in the trace of the next
  int number = 0;
  for (const StoredTurn& stored : turns) {
    ++number;
    if (stored.text.empty() && stored.choice.empty()) {
      is_known = false;
      continue;
    }
    if (!is_known) session = session_before(stored.trace_json);
    is_known = true;
    const auto& hint = session.language.empty() ? stored.language_hint : session.language;
    const dialogs::Input input{stored.text, stored.choice,
                               content.knowledge->understand({stored.text, hint}),
                               conversation.channel, conversation.sender};
    const auto turn =
        dialogs::step(*content.script, session, input, {stored.at_ms, conversation.zone});
    session = turn.session;
    results.push_back({number, stored.content_version, stored.reply_json,
                       turn_json(turn, conversation.id, token_of(stored.reply_json),
                                 content.knowledge->page())});
  }
  return results;
}

}  // namespace bot
