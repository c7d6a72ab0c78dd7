#pragma once

#include <functional>

#include "bot/store/row.h"
#include "bot/store/store.h"

// The SQL of conversations, their turns, and suppressed numbers. Each function throws
// SQLite::Exception where SQLite fails.
namespace bot {

std::optional<Conversation> select_conversation(const SQLite::Database& database, const Keys& keys,
                                                std::string_view id);
std::optional<Conversation> select_by_token(const SQLite::Database& database, const Keys& keys,
                                            std::string_view token);
std::optional<Conversation> select_by_sender(const SQLite::Database& database, const Keys& keys,
                                             std::string_view phone);
bool select_conversation_taken(const SQLite::Database& database, std::string_view id);
std::vector<std::string> select_conversation_ids(const SQLite::Database& database);

std::optional<HandledMessage> select_message(const SQLite::Database& database, const Keys& keys,
                                             std::string_view conversation_id,
                                             std::string_view message_id, std::string_view text,
                                             std::string_view choice);
std::vector<StoredTurn> select_turns(const SQLite::Database& database, const Keys& keys,
                                     std::string_view conversation_id);

std::vector<UnansweredMessage> select_unanswered(const SQLite::Database& database,
                                                 const Keys& keys);

/// What a turn answered, or that it did not.
struct AnsweredTurn {
  std::vector<std::string> topics;
  std::optional<UnansweredMessage> unanswered;
  std::int64_t at_ms = 0;
};

/// Gives the turns from `from_ms` to before `to_ms`, newest first, `limit` at most.
void select_answered(const SQLite::Database& database, const Keys& keys, std::int64_t from_ms,
                     std::int64_t to_ms, int limit,
                     const std::function<void(AnsweredTurn&&)>& give);

/// Writes the turn and its conversation; not its effects.
void write_turn(SQLite::Database& database, const Keys& keys, const TurnRecord& turn,
                bool keeps_text);
void delete_turns(SQLite::Database& database, std::string_view conversation_id);
bool delete_conversation(SQLite::Database& database, std::string_view id);

bool select_suppressed(const SQLite::Database& database, const Keys& keys, std::string_view phone);
void suppress(SQLite::Database& database, const Keys& keys, std::string_view phone,
              std::string_view channel, std::int64_t at_ms);
/// START in a text opens the number to texts again; who asked for no calls still gets none.
void lift_suppression(SQLite::Database& database, const Keys& keys, std::string_view phone,
                      std::string_view channel);

}  // namespace bot
