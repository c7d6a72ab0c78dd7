#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialogs/session.h"
#include "knowledge/understanding.h"

namespace dialogs {

enum class ReplyKind { answer, prompt, clarify, crisis, confirm, info, fallback };

struct QuickReply {
  std::string id;  ///< what the client sends back as `choice`
  std::string label;
  bool operator==(const QuickReply&) const = default;
};

struct Reply {
  ReplyKind kind = ReplyKind::info;
  std::string text;
  std::string topic;   ///< of an answer; else empty
  std::string source;  ///< section of the reviewed page; empty where the reply does not rest on one
  std::vector<QuickReply> quick_replies;
  bool operator==(const Reply&) const = default;
};

/// What must happen beside the reply, in the same transaction as the turn. The facts are in
/// Turn::session.
enum class Effect {
  store_lead,   ///< session.lead is new
  update_lead,  ///< session.lead changed
  cancel_lead,  ///< session.lead was withdrawn
  erase,        ///< delete everything this visitor gave
  opt_out,      ///< SMS: suppress the sender's number
  opt_in,       ///< SMS: lift it
};

/// Which step of the ladder spoke; for "why this answer".
enum class Rung { safety, keyword, request, pending, topic, fallback };

/// What one message brought.
struct Turn {
  Session session;                  ///< where the conversation stands now
  std::vector<Reply> replies;       ///< in the order shown; empty only where nothing may be sent
  std::vector<std::string> topics;  ///< answered or acted on, in order
  std::string asks;                 ///< slot or state the visitor is asked for now; empty: nothing
  std::optional<knowledge::SafetySignal> safety;
  std::vector<Effect> effects;
  Rung rung = Rung::fallback;
};

}  // namespace dialogs
