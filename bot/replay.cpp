#include "bot/replay.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bot/trace_json.h"
#include "bot/turn_json.h"
#include "dialogs/step.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

/// The credential is drawn by chance; the replayed turn carries the stored one.
std::string token_of(const std::string& turn_json) {
  return Json::parse(turn_json).at("conversation").get<std::string>();
}

std::string as_line(const char* sign, const std::string& name, const Json& value) {
  return std::string("  ") + sign + " " + name + ": " + value.dump() + "\n";
}

/// The lists item by item, up to the longer one's end.
std::string list_difference(const std::string& name, const Json& before, const Json& after) {
  std::string lines;
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    const bool same = i < before.size() && i < after.size() && before[i] == after[i];
    if (same) continue;
    if (i < before.size()) lines += as_line("-", name, before[i]);
    if (i < after.size()) lines += as_line("+", name, after[i]);
  }
  return lines;
}

}  // namespace

std::vector<ReplayedTurn> replayed(const Content& content, const Conversation& conversation,
                                   const std::vector<StoredTurn>& turns) {
  std::vector<ReplayedTurn> results;
  dialogs::Session session;
  bool follows = false;  // whether `session` is where the stored turn before it ended
  int number = 0;
  for (const StoredTurn& stored : turns) {
    ++number;
    if (stored.text.empty() && stored.choice.empty()) {
      follows = false;
      continue;
    }
    if (!follows) session = session_before(stored.trace_json);
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
    follows = !results.back().differs();
  }
  return results;
}

std::string difference(const ReplayedTurn& turn) {
  if (!turn.differs()) return {};
  const Json before = Json::parse(turn.stored);
  const Json after = Json::parse(turn.now);
  std::string lines;
  for (const auto& [name, value] : before.items()) {
    const Json other = after.value(name, Json());
    if (value == other) continue;
    const bool lists = value.is_array() && other.is_array();
    lines += lists ? list_difference(name, value, other)
                   : as_line("-", name, value) + as_line("+", name, other);
  }
  return lines;
}

}  // namespace bot
