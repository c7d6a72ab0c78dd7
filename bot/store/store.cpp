#include "bot/store/store.h"

#include <algorithm>
#include <string>
#include <utility>

#include "bot/store/callback_rows.h"
#include "bot/store/channel_name.h"
#include "bot/store/conversation_rows.h"
#include "bot/store/database.h"
#include "bot/store/lead_rows.h"
#include "bot/store/outbox.h"

namespace bot {
namespace {

bool has(const TurnRecord& turn, dialogs::Effect effect) {
  return std::find(turn.effects.begin(), turn.effects.end(), effect) != turn.effects.end();
}

/// Danger in this turn, or before it and now with a request: may be on the card of an older one.
bool is_danger_anew(const Bench& bench, const TurnRecord& turn, std::string_view about) {
  const auto& lead = turn.conversation.session.lead;
  const bool is_told = turn.danger || (has(turn, dialogs::Effect::store_lead) && lead->urgent);
  return lead && is_told && hear_danger(bench, about, turn.at_ms);
}

}  // namespace

Store::Store(const StoreSettings& settings, const Keys& keys) {
  try {
    database_ = std::make_unique<Database>(settings, keys);
  } catch (const std::exception& failure) {
    throw StoreUnavailable("cannot open the database " + settings.file.string() + ": " +
                           failure.what());
  }
}

Store::~Store() = default;

std::optional<Conversation> Store::find_by_token(std::string_view token) const {
  return database_->read([&](SQLite::Database& database) {
    return select_by_token(database, database_->keys(), token);
  });
}

std::optional<Conversation> Store::find_by_sender(std::string_view phone) const {
  return database_->read([&](SQLite::Database& database) {
    return select_by_sender(database, database_->keys(), phone);
  });
}

std::optional<Conversation> Store::find_conversation(std::string_view id) const {
  return database_->read([&](SQLite::Database& database) {
    return select_conversation(database, database_->keys(), id);
  });
}

bool Store::is_taken(std::string_view conversation_id) const {
  return database_->read([&](SQLite::Database& database) {
    return select_conversation_taken(database, conversation_id);
  });
}

std::optional<HandledMessage> Store::find_message(std::string_view conversation_id,
                                                  std::string_view message_id,
                                                  std::string_view text,
                                                  std::string_view choice) const {
  return database_->read([&](SQLite::Database& database) {
    return select_message(database, database_->keys(), conversation_id, message_id, text, choice);
  });
}

std::vector<StoredTurn> Store::turns(std::string_view conversation_id) const {
  return database_->read([&](SQLite::Database& database) {
    return select_turns(database, database_->keys(), conversation_id);
  });
}

std::vector<std::string> Store::conversation_ids() const {
  return database_->read(
      [&](SQLite::Database& database) { return select_conversation_ids(database); });
}

std::vector<UnansweredMessage> Store::unanswered() const {
  return database_->read([&](SQLite::Database& database) {
    return select_unanswered(database, database_->keys());
  });
}

void Store::commit(const TurnRecord& turn) {
  const Keys& keys = database_->keys();
  database_->write([&](SQLite::Database& database) {
    const Bench bench{database, keys, database_->rules()};
    const bool erases = has(turn, dialogs::Effect::erase);
    if (erases) {
      delete_turns(database, turn.conversation.id);
      erase_callbacks(bench, turn.conversation.id, turn.at_ms);
    }
    write_turn(database, keys, turn, !erases);
    if (has(turn, dialogs::Effect::store_lead)) insert_callback(bench, turn);
    if (has(turn, dialogs::Effect::update_lead)) update_callback(bench, turn);
    if (has(turn, dialogs::Effect::cancel_lead)) cancel_callback(bench, turn);
    const auto& sender = turn.conversation.sender;
    if (has(turn, dialogs::Effect::opt_out))
      suppress(database, keys, sender, name_of(turn.conversation.channel), turn.at_ms);
    if (has(turn, dialogs::Effect::opt_in))
      lift_suppression(database, keys, sender, name_of(turn.conversation.channel));
    if (erases) return;
    const auto about = told_about(database, turn);
    put_alerts(database, turn, about, is_danger_anew(bench, turn, about),
               database_->settings().alert_ways);
  });
}

bool Store::erase(std::string_view conversation_id, std::int64_t now_ms) {
  return database_->write([&](SQLite::Database& database) {
    erase_callbacks({database, database_->keys(), database_->rules()}, conversation_id, now_ms);
    return delete_conversation(database, conversation_id);
  });
}

bool Store::is_suppressed(std::string_view phone) const {
  return database_->read([&](SQLite::Database& database) {
    return select_suppressed(database, database_->keys(), phone);
  });
}

std::vector<Callback> Store::callbacks(int limit) const {
  return database_->read([&](SQLite::Database& database) {
    return select_callbacks(database, database_->keys(), limit);
  });
}

std::optional<Callback> Store::find_callback(std::string_view id) const {
  return database_->read(
      [&](SQLite::Database& database) { return select_callback(database, database_->keys(), id); });
}

std::vector<Callback> Store::find_callbacks_by_phone(std::string_view phone, int limit) const {
  return database_->read([&](SQLite::Database& database) {
    return select_callbacks_by_phone(database, database_->keys(), phone, limit);
  });
}

bool Store::ready() const {
  try {
    database_->write([](SQLite::Database& database) {
      database.exec("UPDATE heartbeat SET beats = beats + 1");
    });
    return true;
  } catch (const StoreUnavailable&) {
    return false;
  }
}

}  // namespace bot
