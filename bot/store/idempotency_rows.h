#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "bot/store/callback.h"
#include "bot/store/keys.h"
#include "bot/store/once.h"

// The SQL of requests that may be sent twice. There is one writer, so that of two at the same time
// the second finds what the first left.
namespace bot {

/// What was carried out under a key. One that was refused may be sent again with its key.
struct Earlier {
  bool is_same = false;  ///< the very request, not another with its key
  std::string about;     ///< the callback that it was about
  std::string answer;    ///< where one was kept, and not for longer than an hour
};

/// Nothing where `once` has no key, or one that is new.
std::optional<Earlier> select_earlier(SQLite::Database& database, const Keys& keys,
                                      const Once& once, std::int64_t now_ms);
/// Within the transaction that carries it out; remembered for a week. An `answer` is kept sealed.
void remember(SQLite::Database& database, const Keys& keys, const Once& once, std::int64_t now_ms,
              std::string_view about, std::string_view answer = {});

/// Whether an answer lies there for longer than it may; forget_answers() takes them away.
bool select_answers_due(const SQLite::Database& database, std::int64_t now_ms);
void forget_answers(SQLite::Database& database, std::int64_t now_ms);

/// Carries out `act` unless the same request was: then it is done. key_reused where its key came
/// with another request.
Verdict carry_out_once(SQLite::Database& database, const Keys& keys, const Once& once,
                       std::string_view about, std::int64_t now_ms,
                       const std::function<Verdict()>& act);

}  // namespace bot
