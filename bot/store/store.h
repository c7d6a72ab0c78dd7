#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bot/desk/desk_rules.h"
#include "bot/store/callback.h"
#include "bot/store/keys.h"
#include "dialogs/session.h"
#include "dialogs/turn.h"

namespace bot {

class Database;

/// The world refused: disk full, database locked or read-only. Nothing was written, or, where the
/// disk failed in the last flush, the whole of it may turn out to be: the sender tries again with
/// the same message id, which find_message knows. what() holds no visitor data.
class StoreUnavailable : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct StoreSettings {
  std::filesystem::path file;     ///< empty: in memory, gone with the Store
  int busy_timeout_ms = 2000;
  int queue_turns_max = 1024;     ///< waiting commits; more are refused with StoreUnavailable
  int group_commit_turns_max = 256;
  DeskRules rules = {};           ///< when a lead is promised a call, and may be called
  std::vector<std::string> alert_ways = {};  ///< how the desk is told of a turn: put_alerts()
  bool read_only = false;         ///< as the program's commands read beside a running service
};

/// One conversation as stored. `id` is safe to log; `token` is the web client's credential and is
/// kept only as a hash.
struct Conversation {
  std::string id;  ///< 16 hex digits, random
  dialogs::Channel channel = dialogs::Channel::web;
  std::string sender;  ///< SMS: E.164 of the visitor; empty on the web
  std::string zone;    ///< visitor's IANA time zone
  std::string page;    ///< web: where the chat was opened; may be empty
  dialogs::Session session;
  std::int64_t turns = 0;
};

/// One message and what came of it; written whole or not at all.
struct TurnRecord {
  Conversation conversation;  ///< with the session *after* the turn
  bool conversation_is_new = false;
  std::string token;          ///< web, when new: stored as a hash
  std::string message_id;     ///< unique within the conversation (web) or the provider (SMS)
  std::string text;           ///< what the visitor wrote; sealed
  std::string choice;         ///< quick reply id, where one was pressed
  std::string language_hint;  ///< what the page or browser preferred
  std::string reply_json;     ///< the rendered turn object; sealed; given again for the same id
  std::string trace_json;     ///< rung, matches with scores, state before; sealed
  std::string content_version;
  std::int64_t at_ms = 0;
  std::vector<dialogs::Effect> effects;
  bool unanswered = false;    ///< fell back or asked "did you mean"
  bool danger = false;        ///< it was answered with the words for danger
};

/// A message already handled.
struct HandledMessage {
  std::string conversation_id;
  bool same_text = false;  ///< whether text and choice are what came with this id the first time
  std::string reply_json;
};

/// One stored turn, for transcripts and replay.
struct StoredTurn {
  std::string message_id;
  std::string text;
  std::string choice;
  std::string language_hint;
  std::string reply_json;
  std::string trace_json;
  std::string content_version;
  std::int64_t at_ms = 0;
};

/// A message that fell back or was asked "did you mean".
struct UnansweredMessage {
  std::string text;
  std::string nearest_topic;  ///< what it was nearest to; empty where to nothing
  std::int64_t at_ms = 0;
};

/// The SQLite file and everything in it. Thread-safe. One writer thread owns the only writing
/// connection and is the only one to checkpoint; it commits all waiting jobs in one transaction.
/// Every call that changes something returns after the change is on the disk, or throws
/// StoreUnavailable. Reads use read-only connections. With `read_only` there is no writer: nothing
/// is made, migrated or checkpointed, and every change is refused.
class Store {
 public:
  /// Opens or creates the file and migrates the schema forward; with `read_only` it only opens what
  /// this program's schema has. Throws StoreUnavailable.
  Store(const StoreSettings& settings, const Keys& keys);
  ~Store();  ///< finishes what was accepted
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Conversations.
  std::optional<Conversation> find_by_token(std::string_view token) const;
  std::optional<Conversation> find_by_sender(std::string_view phone) const;
  std::optional<Conversation> find_conversation(std::string_view id) const;
  /// Whether the id is taken: by a conversation, or by what is left of a request that was erased.
  bool is_taken(std::string_view conversation_id) const;
  std::optional<HandledMessage> find_message(std::string_view conversation_id,
                                             std::string_view message_id,
                                             std::string_view text,
                                             std::string_view choice) const;
  std::vector<StoredTurn> turns(std::string_view conversation_id) const;  ///< oldest first
  std::vector<std::string> conversation_ids() const;
  std::vector<UnansweredMessage> unanswered() const;  ///< oldest first; erased ones are gone
  void commit(const TurnRecord& turn);
  /// Erases the conversation, its turns and its leads' personal fields. Suppressions stay.
  bool erase(std::string_view conversation_id, std::int64_t now_ms);

  // SMS suppression, by keyed hash of the number; outlives erasure.
  bool is_suppressed(std::string_view phone) const;

  // Callbacks; what the desk does with them stands in callback_queue.h.
  std::vector<Callback> callbacks(int limit) const;  ///< in calling order
  std::optional<Callback> find_callback(std::string_view id) const;
  /// Of exactly this number, the newest first.
  std::vector<Callback> find_callbacks_by_phone(std::string_view phone, int limit = 100) const;

  /// Whether the database answers and takes writes; for /readyz.
  bool ready() const;

  /// What else holds SQL is built on it.
  Database& database() const { return *database_; }

 private:
  std::unique_ptr<Database> database_;
};

}  // namespace bot
