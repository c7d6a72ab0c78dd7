#include "bot/assistant.h"

#include <sodium.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "bot/trace_json.h"
#include "bot/turn_json.h"
#include "dialogs/step.h"

namespace bot {
namespace {

constexpr std::size_t kLanes = 64;
constexpr std::size_t kTokenBytes = 24;  // 192 bits: not to be guessed
constexpr std::size_t kIdBytes = 8;
constexpr std::size_t kUnguessableIdCharacters = 32;  // a UUID without its dashes

std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string text(2 * size + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

std::string random_hex(std::size_t size) {
  unsigned char bytes[kTokenBytes];
  randombytes_buf(bytes, size);
  return hex(bytes, size);
}

/// A first message whose answer was lost comes again with the same id and no token. Where that id
/// cannot be guessed, the conversation's id follows from it, so that the retry finds what the first
/// try began.
std::string new_conversation_id(const std::string& message_id) {
  if (message_id.size() < kUnguessableIdCharacters) return random_hex(kIdBytes);
  unsigned char digest[crypto_generichash_BYTES_MIN];
  crypto_generichash(digest, sizeof digest,
                     reinterpret_cast<const unsigned char*>(message_id.data()), message_id.size(),
                     nullptr, 0);
  return hex(digest, kIdBytes);
}

std::vector<std::string> reply_texts(const std::string& turn_json) {
  std::vector<std::string> texts;
  const auto turn = nlohmann::json::parse(turn_json);
  for (const auto& reply : turn.at("replies"))
    texts.push_back(reply.at("text").get<std::string>());
  return texts;
}

Answered answered_again(HandledMessage handled) {
  TurnFacts facts;
  facts.is_repeat = true;
  facts.conversation_id = std::move(handled.conversation_id);
  auto texts = reply_texts(handled.reply_json);
  return {std::move(handled.reply_json), std::move(texts), std::move(facts)};
}

Answered answered(const TurnRecord& record, const dialogs::Turn& turn) {
  Answered answered{record.reply_json, {}, {}};
  for (const auto& reply : turn.replies) answered.texts.push_back(reply.text);
  answered.facts = {false,
                    record.conversation.id,
                    name_of(turn.rung),
                    turn.topics,
                    turn.asks,
                    turn.safety ? turn.safety->id : std::string(),
                    std::find(turn.effects.begin(), turn.effects.end(),
                              dialogs::Effect::store_lead) != turn.effects.end()};
  return answered;
}

Conversation begun(const IncomingMessage& message, const Config& config) {
  Conversation conversation;
  conversation.id = message.channel == dialogs::Channel::web
                        ? new_conversation_id(message.message_id)
                        : random_hex(kIdBytes);
  conversation.channel = message.channel;
  conversation.sender = message.sender;
  conversation.zone = message.zone.empty() ? config.clinic.zone : message.zone;
  conversation.page = message.page;
  return conversation;
}

const Rejection kUnknownConversation{404, "unknown-conversation", "There is no such conversation.",
                                     "Start a new one by leaving out 'conversation'."};
const Rejection kMessageIdReused{409, "message-id-reused",
                                 "This message id came before with another text.",
                                 "Give every message an id of its own."};
const Rejection kErased{410, "erased", "This message was erased with its conversation.",
                        "Start a new one with a message id of its own."};

}  // namespace

Assistant::Assistant(const Config& config, const knowledge::Knowledge& knowledge,
                     const dialogs::Script& script, Store& store, Clock clock)
    : config_(config),
      knowledge_(knowledge),
      script_(script),
      store_(store),
      clock_(std::move(clock)),
      content_version_(content_version(knowledge, script)),
      lanes_(kLanes) {}

std::variant<Answered, Rejection> Assistant::handle(const IncomingMessage& message) {
  const bool by_sms = message.channel == dialogs::Channel::sms;
  const std::string& lane_key = by_sms                  ? message.sender
                                : message.token.empty() ? message.message_id
                                                        : message.token;
  const std::lock_guard in_order(lanes_[std::hash<std::string>{}(lane_key) % kLanes]);

  std::optional<Conversation> known = by_sms ? store_.find_by_sender(message.sender)
                                      : message.token.empty() ? std::nullopt
                                                              : store_.find_by_token(message.token);
  if (!known && !by_sms && !message.token.empty()) return kUnknownConversation;
  const bool is_new = !known;
  Conversation conversation = known ? *std::move(known) : begun(message, config_);

  if (auto handled = store_.find_message(conversation.id, message.message_id, message.text,
                                         message.choice)) {
    if (!handled->same_text) return kMessageIdReused;
    return answered_again(*std::move(handled));
  }
  // What this message began is there without it: the visitor had it erased.
  if (is_new && store_.is_taken(conversation.id)) return kErased;
  // A number's suppression outlives its conversations.
  if (is_new && by_sms) conversation.session.opted_out = store_.is_suppressed(message.sender);
  return take_turn(message, std::move(conversation), is_new);
}

Answered Assistant::take_turn(const IncomingMessage& message, Conversation conversation,
                              bool is_new) {
  const dialogs::Session before = conversation.session;
  const auto& hint = before.language.empty() ? message.language : before.language;
  dialogs::Input input{message.text, message.choice, knowledge_.understand({message.text, hint}),
                       message.channel, message.sender};
  const dialogs::Now now{clock_(), conversation.zone};
  const dialogs::Turn turn = dialogs::step(script_, before, input, now);

  TurnRecord record;
  record.conversation_is_new = is_new;
  record.token = message.channel == dialogs::Channel::sms ? std::string()
                 : is_new                                 ? random_hex(kTokenBytes)
                                                          : message.token;
  record.message_id = message.message_id;
  record.text = message.text;
  record.choice = message.choice;
  record.language_hint = message.language;
  record.reply_json = turn_json(turn, conversation.id, record.token, knowledge_.page());
  record.trace_json = trace_json(before, input.understanding, turn);
  record.content_version = content_version_;
  record.at_ms = now.utc_ms;
  record.effects = turn.effects;
  record.unanswered = turn.rung == dialogs::Rung::fallback;
  record.danger = turn.safety.has_value();
  conversation.session = turn.session;
  ++conversation.turns;
  record.conversation = std::move(conversation);
  store_.commit(record);
  return answered(record, turn);
}

}  // namespace bot
