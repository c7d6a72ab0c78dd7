#include "bot/store/idempotency_rows.h"

#include "bot/store/row.h"

namespace bot {
namespace {

constexpr std::int64_t kHourMs = 60LL * 60 * 1000;
constexpr std::int64_t kKeyKeptMs = 7 * 24 * kHourMs;
constexpr std::int64_t kAnswerKeptMs = kHourMs;

std::string key_hash(const Keys& keys, const Once& once) {
  return keys.blind_index(once.key, "idempotency.key");
}

std::string request_hash(const Keys& keys, const Once& once) {
  return keys.blind_index(once.request, "idempotency.request");
}

std::string answer_context(std::string_view key) {
  return "idempotency.answer/" + std::string(key);
}

}  // namespace

std::optional<Earlier> select_earlier(SQLite::Database& database, const Keys& keys,
                                      const Once& once, std::int64_t now_ms) {
  if (once.key.empty()) return std::nullopt;
  const auto key = key_hash(keys, once);
  Row row(database,
          "SELECT request_hash, about, sealed_answer, at_ms FROM idempotency WHERE key_hash = ?");
  if (!row.blob(key).next()) return std::nullopt;
  Earlier earlier{row.get(0) == request_hash(keys, once), row.get(1), {}};
  const auto sealed = row.get(2);
  if (earlier.is_same && !sealed.empty() && now_ms - row.get_number(3) < kAnswerKeptMs)
    earlier.answer = keys.open(sealed, answer_context(key));
  return earlier;
}

void remember(SQLite::Database& database, const Keys& keys, const Once& once, std::int64_t now_ms,
              std::string_view about, std::string_view answer) {
  if (once.key.empty()) return;
  const auto key = key_hash(keys, once);
  Row(database, "DELETE FROM idempotency WHERE at_ms < ?").number(now_ms - kKeyKeptMs).run();
  Row(database,
      "INSERT INTO idempotency (key_hash, request_hash, at_ms, about, sealed_answer) "
      "VALUES (?, ?, ?, ?, ?)")
      .blob(key)
      .blob(request_hash(keys, once))
      .number(now_ms)
      .text(about)
      .blob_or_null(answer.empty() ? std::string() : keys.seal(answer, answer_context(key)))
      .run();
  forget_answers(database, now_ms);
}

bool select_answers_due(const SQLite::Database& database, std::int64_t now_ms) {
  return Row(database,
             "SELECT 1 FROM idempotency INDEXED BY idempotency_answered "
             "WHERE sealed_answer IS NOT NULL AND at_ms <= ? LIMIT 1")
      .number(now_ms - kAnswerKeptMs)
      .next();
}

void forget_answers(SQLite::Database& database, std::int64_t now_ms) {
  Row(database,
      "UPDATE idempotency SET sealed_answer = NULL WHERE sealed_answer IS NOT NULL AND at_ms <= ?")
      .number(now_ms - kAnswerKeptMs)
      .run();
}

Verdict carry_out_once(SQLite::Database& database, const Keys& keys, const Once& once,
                       std::string_view about, std::int64_t now_ms,
                       const std::function<Verdict()>& act) {
  if (const auto earlier = select_earlier(database, keys, once, now_ms))
    return earlier->is_same ? Verdict::done : Verdict::key_reused;
  const auto verdict = act();
  if (verdict == Verdict::done) remember(database, keys, once, now_ms, about);
  return verdict;
}

}  // namespace bot
