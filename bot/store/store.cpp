#include "bot/store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <string>
#include <utility>

#include "bot/store/callback_rows.h"
#include "bot/store/channel_name.h"
#include "bot/store/conversation_rows.h"
#include "bot/store/schema.h"
#include "bot/store/writer.h"

namespace bot {
namespace {

using Database = std::unique_ptr<SQLite::Database>;

/// A database in memory lives under a name while a connection to it is open.
std::string memory_name() {
  static std::atomic<int> count = 0;
  return "file:admissions-" + std::to_string(++count) + "?mode=memory&cache=shared";
}

bool has(const TurnRecord& turn, dialogs::Effect effect) {
  return std::find(turn.effects.begin(), turn.effects.end(), effect) != turn.effects.end();
}

}  // namespace

struct Store::Impl {
  Impl(const StoreSettings& chosen, const Keys& secret)
      : settings(chosen),
        keys(secret),
        in_memory(chosen.file.empty()),
        name(in_memory ? memory_name() : chosen.file.string()) {
    if (!in_memory && chosen.file.has_parent_path())
      std::filesystem::create_directories(chosen.file.parent_path());
    const Database first = open_writing();
    migrate(*first);
    if (in_memory) anchor = open_writing();
    writer = std::make_unique<Writer>([this] { return open_writing(); },
                                      static_cast<std::size_t>(settings.queue_turns_max),
                                      static_cast<std::size_t>(settings.group_commit_turns_max));
  }

  Database open_writing() const {
    auto database = std::make_unique<SQLite::Database>(
        name, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_URI,
        settings.busy_timeout_ms);
    if (!in_memory) database->exec("PRAGMA journal_mode = WAL");
    database->exec("PRAGMA synchronous = FULL");
    database->exec("PRAGMA foreign_keys = ON");
    database->exec("PRAGMA secure_delete = ON");
    return database;
  }

  /// Runs `job` on the writing connection, on the writer's thread.
  template <typename Job>
  auto write(Job&& job) {
    using Result = std::invoke_result_t<Job, SQLite::Database&>;
    if constexpr (std::is_void_v<Result>) {
      writer->run(job);
    } else {
      Result result{};
      writer->run([&](SQLite::Database& database) { result = job(database); });
      return result;
    }
  }

  /// Runs `job` on a reading connection. In memory, connections lock each other's tables: there the
  /// writer reads.
  template <typename Job>
  auto read(Job&& job) {
    if (in_memory) return write([&](SQLite::Database& database) { return job(database); });
    try {
      Database database = borrow();
      auto result = job(*database);
      give_back(std::move(database));
      return result;
    } catch (const SQLite::Exception&) {
      throw StoreUnavailable("the database cannot be read now");
    }
  }

  Database borrow() {
    {
      const std::lock_guard lock(readers_mutex);
      if (!readers.empty()) {
        Database database = std::move(readers.back());
        readers.pop_back();
        return database;
      }
    }
    return std::make_unique<SQLite::Database>(name, SQLite::OPEN_READONLY | SQLite::OPEN_URI,
                                              settings.busy_timeout_ms);
  }

  void give_back(Database database) {
    const std::lock_guard lock(readers_mutex);
    readers.push_back(std::move(database));
  }

  const StoreSettings settings;
  const Keys keys;
  const bool in_memory;
  const std::string name;
  Database anchor;
  std::unique_ptr<Writer> writer;  // closed after the readers: the last to close tidies up the WAL
  std::mutex readers_mutex;
  std::vector<Database> readers;
};

Store::Store(const StoreSettings& settings, const Keys& keys) {
  try {
    impl_ = std::make_unique<Impl>(settings, keys);
  } catch (const std::exception& failure) {
    throw StoreUnavailable("cannot open the database " + settings.file.string() + ": " +
                           failure.what());
  }
}

Store::~Store() = default;

std::optional<Conversation> Store::find_by_token(std::string_view token) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_by_token(database, impl_->keys, token);
  });
}

std::optional<Conversation> Store::find_by_sender(std::string_view phone) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_by_sender(database, impl_->keys, phone);
  });
}

std::optional<Conversation> Store::find_conversation(std::string_view id) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_conversation(database, impl_->keys, id);
  });
}

bool Store::is_taken(std::string_view conversation_id) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_conversation_taken(database, conversation_id);
  });
}

std::optional<HandledMessage> Store::find_message(std::string_view conversation_id,
                                                  std::string_view message_id,
                                                  std::string_view text,
                                                  std::string_view choice) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_message(database, impl_->keys, conversation_id, message_id, text, choice);
  });
}

std::vector<StoredTurn> Store::turns(std::string_view conversation_id) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_turns(database, impl_->keys, conversation_id);
  });
}

std::vector<std::string> Store::conversation_ids() const {
  return impl_->read(
      [&](SQLite::Database& database) { return select_conversation_ids(database); });
}

std::vector<UnansweredMessage> Store::unanswered() const {
  return impl_->read([&](SQLite::Database& database) {
    return select_unanswered(database, impl_->keys);
  });
}

void Store::commit(const TurnRecord& turn) {
  const Keys& keys = impl_->keys;
  impl_->write([&](SQLite::Database& database) {
    const bool erases = has(turn, dialogs::Effect::erase);
    if (erases) {
      delete_turns(database, turn.conversation.id);
      erase_callbacks(database, turn.conversation.id, turn.at_ms);
    }
    write_turn(database, keys, turn, !erases);
    if (has(turn, dialogs::Effect::store_lead)) insert_callback(database, keys, turn);
    if (has(turn, dialogs::Effect::update_lead)) update_callback(database, keys, turn);
    if (has(turn, dialogs::Effect::cancel_lead)) cancel_callback(database, turn);
    const auto& sender = turn.conversation.sender;
    if (has(turn, dialogs::Effect::opt_out))
      suppress(database, keys, sender, name_of(turn.conversation.channel), turn.at_ms);
    if (has(turn, dialogs::Effect::opt_in)) lift_suppression(database, keys, sender);
  });
}

bool Store::erase(std::string_view conversation_id, std::int64_t now_ms) {
  return impl_->write([&](SQLite::Database& database) {
    erase_callbacks(database, conversation_id, now_ms);
    return delete_conversation(database, conversation_id);
  });
}

bool Store::is_suppressed(std::string_view phone) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_suppressed(database, impl_->keys, phone);
  });
}

std::vector<Callback> Store::callbacks(int limit) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_callbacks(database, impl_->keys, limit);
  });
}

std::optional<Callback> Store::find_callback(std::string_view id) const {
  return impl_->read(
      [&](SQLite::Database& database) { return select_callback(database, impl_->keys, id); });
}

std::vector<Callback> Store::find_callbacks_by_phone(std::string_view phone) const {
  return impl_->read([&](SQLite::Database& database) {
    return select_callbacks_by_phone(database, impl_->keys, phone);
  });
}

std::optional<Callback> Store::claim_next(std::string_view holder, std::int64_t now_ms,
                                          std::int64_t lease_ms) {
  return impl_->write([&](SQLite::Database& database) -> std::optional<Callback> {
    const auto id = claim_first(database, holder, now_ms, lease_ms);
    if (id.empty()) return std::nullopt;
    return select_callback(database, impl_->keys, id);
  });
}

ClaimResult Store::claim(std::string_view id, std::string_view holder, std::int64_t now_ms,
                         std::int64_t lease_ms) {
  return impl_->write([&](SQLite::Database& database) {
    return claim_one(database, id, holder, now_ms, lease_ms);
  });
}

ClaimResult Store::release(std::string_view id, std::string_view holder, std::int64_t now_ms) {
  return impl_->write([&](SQLite::Database& database) {
    return release_one(database, id, holder, now_ms);
  });
}

ClaimResult Store::record_attempt(std::string_view id, const Attempt& attempt) {
  return impl_->write([&](SQLite::Database& database) {
    return insert_attempt(database, impl_->keys, id, attempt);
  });
}

bool Store::ready() const {
  try {
    impl_->write([](SQLite::Database& database) {
      database.exec("UPDATE heartbeat SET beats = beats + 1");
    });
    return true;
  } catch (const StoreUnavailable&) {
    return false;
  }
}

}  // namespace bot
