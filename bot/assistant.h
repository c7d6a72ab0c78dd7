#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bot/config.h"
#include "bot/incoming_message.h"
#include "bot/rejection.h"
#include "bot/store/store.h"
#include "dialogs/script.h"
#include "knowledge/knowledge.h"

namespace bot {

/// UTC milliseconds. The only clock; tests and `chat --now` pass their own.
using Clock = std::function<std::int64_t()>;

/// One short hash for all content that can change a reply; stored with each turn.
std::string content_version(const knowledge::Knowledge& knowledge, const dialogs::Script& script);

/// What the log and the figures may know of a turn: ids, and nothing that was said.
struct TurnFacts {
  bool is_repeat = false;  ///< the message had come before; the rest is empty then
  std::string conversation_id;
  std::string_view rung;
  std::vector<std::string> topics;
  std::string asks;
  std::string safety;
  bool has_stored_lead = false;
};

/// What a handled message is answered with.
struct Answered {
  std::string turn_json;  ///< the turn object of the contract, byte for byte what was stored
  std::vector<std::string> texts;  ///< the replies' texts in order, for SMS
  TurnFacts facts;
};

/// The one straight path from a message to a committed reply. Thread-safe: messages of one
/// conversation are handled in the order they arrive, different conversations at once.
class Assistant {
 public:
  /// All four outlive the assistant.
  Assistant(const Config& config, const knowledge::Knowledge& knowledge,
            const dialogs::Script& script, Store& store, Clock clock);

  /// Returns after the turn is on the disk. Throws StoreUnavailable where it could not be stored.
  std::variant<Answered, Rejection> handle(const IncomingMessage& message);

 private:
  /// Understands, steps, commits.
  Answered take_turn(const IncomingMessage& message, Conversation conversation, bool is_new);

  const Config& config_;
  const knowledge::Knowledge& knowledge_;
  const dialogs::Script& script_;
  Store& store_;
  Clock clock_;
  std::string content_version_;
  std::vector<std::mutex>
      lanes_;  ///< a conversation's messages share a lane, so they stay in order
};

}  // namespace bot
