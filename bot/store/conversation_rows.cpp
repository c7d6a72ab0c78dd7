#include "bot/store/conversation_rows.h"

#include "bot/store/channel_name.h"
#include "bot/store/session_json.h"

namespace bot {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kToken = "token";
constexpr const char* kPhone = "phone";

std::string state_context(std::string_view id) {
  return "conversation.state/" + std::string(id);
}

std::string turn_context(const char* column, std::string_view conversation_id,
                         std::int64_t sequence) {
  return std::string("turn.") + column + "/" + std::string(conversation_id) + "/" +
         std::to_string(sequence);
}

std::string sealed_state(const Keys& keys, const Conversation& conversation) {
  const Json state = {{"sender", conversation.sender},
                      {"zone", conversation.zone},
                      {"page", conversation.page},
                      {"session", session_json(conversation.session)}};
  return keys.seal(state.dump(), state_context(conversation.id));
}

/// Columns id, channel, sealed_state, turns.
Conversation conversation_of(Row& row, const Keys& keys) {
  Conversation conversation;
  conversation.id = row.get(0);
  conversation.channel = channel_of(row.get(1));
  const Json state = Json::parse(keys.open(row.get(2), state_context(conversation.id)));
  conversation.sender = state.at("sender");
  conversation.zone = state.at("zone");
  conversation.page = state.at("page");
  conversation.session = session_of(state.at("session"));
  conversation.turns = row.get_number(3);
  return conversation;
}

/// Columns conversation_id, sequence, sealed_message, sealed_trace, at_ms. Nothing where it was
/// erased.
std::optional<UnansweredMessage> unanswered_of(Row& row, const Keys& keys) {
  const std::string conversation = row.get(0);
  const auto sequence = row.get_number(1);
  const Json message =
      Json::parse(keys.open(row.get(2), turn_context("message", conversation, sequence)));
  if (message.is_null()) return std::nullopt;
  const Json trace =
      Json::parse(keys.open(row.get(3), turn_context("trace", conversation, sequence)));
  UnansweredMessage unanswered;
  unanswered.text = message.at("text");
  const auto near = trace.find("near");
  if (near != trace.end() && !near->empty()) unanswered.nearest_topic = near->front().at("topic");
  unanswered.at_ms = row.get_number(4);
  return unanswered;
}

/// Of a turn object. The rest of it is not built: reports read a hundred thousand of them.
std::vector<std::string> topics_of(const std::string& reply_json) {
  const auto only_topics = [](int depth, Json::parse_event_t event, const Json& parsed) {
    return event != Json::parse_event_t::key || depth != 1 || parsed == "topics";
  };
  const Json reply = Json::parse(reply_json, only_topics);
  const auto topics = reply.find("topics");
  return topics == reply.end() ? std::vector<std::string>()
                               : topics->get<std::vector<std::string>>();
}

std::optional<Conversation> first_of(Row& row, const Keys& keys) {
  if (!row.next()) return std::nullopt;
  return conversation_of(row, keys);
}

}  // namespace

std::optional<Conversation> select_conversation(const SQLite::Database& database, const Keys& keys,
                                                std::string_view id) {
  Row row(database, "SELECT id, channel, sealed_state, turns FROM conversation WHERE id = ?");
  return first_of(row.text(id), keys);
}

std::optional<Conversation> select_by_token(const SQLite::Database& database, const Keys& keys,
                                            std::string_view token) {
  Row row(database,
          "SELECT id, channel, sealed_state, turns FROM conversation WHERE token_hash = ?");
  return first_of(row.blob(keys.blind_index(token, kToken)), keys);
}

std::optional<Conversation> select_by_sender(const SQLite::Database& database, const Keys& keys,
                                             std::string_view phone) {
  Row row(database,
          "SELECT id, channel, sealed_state, turns FROM conversation WHERE sender_index = ? "
          "ORDER BY created_at_ms DESC LIMIT 1");
  return first_of(row.blob(keys.blind_index(phone, kPhone)), keys);
}

bool select_conversation_taken(const SQLite::Database& database, std::string_view id) {
  Row row(database,
          "SELECT 1 FROM conversation WHERE id = ?1 "
          "UNION ALL SELECT 1 FROM callback WHERE conversation_id = ?1");
  return row.text(id).next();
}

std::vector<std::string> select_conversation_ids(const SQLite::Database& database) {
  std::vector<std::string> ids;
  Row row(database, "SELECT id FROM conversation ORDER BY created_at_ms, id");
  while (row.next()) ids.push_back(row.get(0));
  return ids;
}

std::optional<HandledMessage> select_message(const SQLite::Database& database, const Keys& keys,
                                             std::string_view conversation_id,
                                             std::string_view message_id, std::string_view text,
                                             std::string_view choice) {
  Row row(database,
          "SELECT sequence, sealed_message, sealed_reply FROM turn "
          "WHERE conversation_id = ? AND message_id = ?");
  if (!row.text(conversation_id).text(message_id).next()) return std::nullopt;
  const auto sequence = row.get_number(0);
  const Json message =
      Json::parse(keys.open(row.get(1), turn_context("message", conversation_id, sequence)));
  HandledMessage handled;
  handled.conversation_id = conversation_id;
  // What a visitor had erased can no longer be compared.
  handled.same_text = message.is_null() ||
                      (message.at("text") == text && message.at("choice") == choice);
  handled.reply_json = keys.open(row.get(2), turn_context("reply", conversation_id, sequence));
  return handled;
}

std::vector<StoredTurn> select_turns(const SQLite::Database& database, const Keys& keys,
                                     std::string_view conversation_id) {
  std::vector<StoredTurn> turns;
  Row row(database,
          "SELECT sequence, message_id, sealed_message, sealed_reply, sealed_trace, "
          "content_version, at_ms FROM turn WHERE conversation_id = ? ORDER BY sequence");
  row.text(conversation_id);
  while (row.next()) {
    const auto sequence = row.get_number(0);
    StoredTurn turn;
    turn.message_id = row.get(1);
    const Json message =
        Json::parse(keys.open(row.get(2), turn_context("message", conversation_id, sequence)));
    if (!message.is_null()) {
      turn.text = message.at("text");
      turn.choice = message.at("choice");
      turn.language_hint = message.at("language");
    }
    turn.reply_json = keys.open(row.get(3), turn_context("reply", conversation_id, sequence));
    turn.trace_json = keys.open(row.get(4), turn_context("trace", conversation_id, sequence));
    turn.content_version = row.get(5);
    turn.at_ms = row.get_number(6);
    turns.push_back(std::move(turn));
  }
  return turns;
}

std::vector<UnansweredMessage> select_unanswered(const SQLite::Database& database,
                                                 const Keys& keys) {
  std::vector<UnansweredMessage> messages;
  Row row(database,
          "SELECT conversation_id, sequence, sealed_message, sealed_trace, at_ms FROM turn "
          "WHERE unanswered = 1 ORDER BY at_ms, conversation_id, sequence");
  while (row.next())
    if (auto message = unanswered_of(row, keys)) messages.push_back(*std::move(message));
  return messages;
}

void select_answered(const SQLite::Database& database, const Keys& keys, std::int64_t from_ms,
                     std::int64_t to_ms, int limit,
                     const std::function<void(AnsweredTurn&&)>& give) {
  Row row(database,
          "SELECT conversation_id, sequence, sealed_message, sealed_trace, at_ms, unanswered, "
          "sealed_reply FROM turn WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms DESC LIMIT ?");
  row.number(from_ms).number(to_ms).number(limit);
  while (row.next()) {
    AnsweredTurn turn;
    turn.at_ms = row.get_number(4);
    if (row.get_number(5) != 0) turn.unanswered = unanswered_of(row, keys);
    turn.topics = topics_of(
        keys.open(row.get(6), turn_context("reply", row.get(0), row.get_number(1))));
    give(std::move(turn));
  }
}

void write_turn(SQLite::Database& database, const Keys& keys, const TurnRecord& turn,
                bool keeps_text) {
  const Conversation& conversation = turn.conversation;
  if (turn.conversation_is_new) {
    Row row(database, "INSERT INTO conversation VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    row.text(conversation.id)
        .text(name_of(conversation.channel))
        .blob_or_null(turn.token.empty() ? "" : keys.blind_index(turn.token, kToken))
        .blob_or_null(conversation.sender.empty() ? ""
                                                  : keys.blind_index(conversation.sender, kPhone))
        .blob(sealed_state(keys, conversation))
        .number(conversation.turns)
        .number(turn.at_ms)
        .number(turn.at_ms)
        .run();
  } else {
    Row row(database,
            "UPDATE conversation SET sealed_state = ?, turns = ?, updated_at_ms = ? WHERE id = ?");
    const int changed = row.blob(sealed_state(keys, conversation))
                            .number(conversation.turns)
                            .number(turn.at_ms)
                            .text(conversation.id)
                            .run();
    if (changed != 1) throw StoreUnavailable("the conversation was erased meanwhile");
  }
  const Json message = keeps_text ? Json{{"text", turn.text},
                                         {"choice", turn.choice},
                                         {"language", turn.language_hint}}
                                  : Json(nullptr);
  const auto sealed = [&](std::string_view plain, const char* column) {
    return keys.seal(plain, turn_context(column, conversation.id, conversation.turns));
  };
  Row row(database, "INSERT INTO turn VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  row.text(conversation.id)
      .number(conversation.turns)
      .text(turn.message_id)
      .blob(sealed(message.dump(), "message"))
      .blob(sealed(turn.reply_json, "reply"))
      .blob(sealed(keeps_text ? turn.trace_json : "{}", "trace"))
      .text(turn.content_version)
      .number(turn.unanswered ? 1 : 0)
      .number(turn.at_ms)
      .run();
}

void delete_turns(SQLite::Database& database, std::string_view conversation_id) {
  Row(database, "DELETE FROM turn WHERE conversation_id = ?").text(conversation_id).run();
}

bool delete_conversation(SQLite::Database& database, std::string_view id) {
  delete_turns(database, id);
  return Row(database, "DELETE FROM conversation WHERE id = ?").text(id).run() == 1;
}

bool select_suppressed(const SQLite::Database& database, const Keys& keys,
                       std::string_view phone) {
  Row row(database, "SELECT 1 FROM suppression WHERE phone_index = ?");
  return row.blob(keys.blind_index(phone, kPhone)).next();
}

void suppress(SQLite::Database& database, const Keys& keys, std::string_view phone,
              std::string_view channel, std::int64_t at_ms) {
  Row(database, "INSERT OR REPLACE INTO suppression VALUES (?, ?, ?)")
      .blob(keys.blind_index(phone, kPhone))
      .text(channel)
      .number(at_ms)
      .run();
}

void lift_suppression(SQLite::Database& database, const Keys& keys, std::string_view phone,
                      std::string_view channel) {
  Row(database, "DELETE FROM suppression WHERE phone_index = ? AND channel = ?")
      .blob(keys.blind_index(phone, kPhone))
      .text(channel)
      .run();
}

}  // namespace bot
