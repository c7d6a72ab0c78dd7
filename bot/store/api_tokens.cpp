#include "bot/store/api_tokens.h"

#include <sstream>

#include "bot/random_token.h"
#include "bot/store/database.h"
#include "bot/store/idempotency_rows.h"
#include "bot/store/row.h"

namespace bot {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr const char* kPrefix = "adm_";  // so that a scanner for leaked secrets knows one
constexpr const char* kToken = "api_token";

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " ") + name;
  return text;
}

Permissions split(const std::string& names) {
  Permissions scopes;
  std::istringstream in(names);
  for (std::string name; in >> name;)
    if (const auto scope = scope_of(name)) scopes.grant(*scope);
  return scopes;
}

ApiToken token_of(Row& row) { return {row.get(0), split(row.get(1)), row.get_number(2)}; }

}  // namespace

ApiTokens::Outcome ApiTokens::add(
    const ApiToken& token, const AuditEntry& entry,
    const std::function<std::string(const std::string& secret)>& reply, const Once& once) {
  const std::string secret = kPrefix + random_token(kTokenBytes);
  const Keys& keys = database_.keys();
  return database_.write([&](SQLite::Database& database) -> Outcome {
    if (const auto earlier = select_earlier(database, keys, once, entry.at_ms)) {
      if (!earlier->is_same) return {Added::key_reused};
      if (earlier->answer.empty()) return {Added::reply_gone};
      return {Added::done, earlier->answer};
    }
    const bool is_new =
        Row(database, "INSERT INTO api_token VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .text(token.name)
            .blob(keys.blind_index(secret, kToken))
            .text(joined(token.scopes.names()))
            .number(entry.at_ms)
            .run() == 1;
    if (!is_new) return {Added::taken};
    append_audit(database, entry);
    Outcome outcome{Added::done, reply(secret)};
    remember(database, keys, once, entry.at_ms, "", outcome.reply);
    return outcome;
  });
}

Verdict ApiTokens::revoke(std::string_view name, const AuditEntry& entry, const Once& once) {
  return database_.write([&](SQLite::Database& database) {
    return carry_out_once(database, database_.keys(), once, "", entry.at_ms, [&] {
      if (Row(database, "DELETE FROM api_token WHERE name = ?").text(name).run() == 0)
        return Verdict::not_found;
      append_audit(database, entry);
      return Verdict::done;
    });
  });
}

std::vector<ApiToken> ApiTokens::all() const {
  return database_.read([&](SQLite::Database& database) {
    std::vector<ApiToken> tokens;
    Row row(database, "SELECT name, scopes, created_at_ms FROM api_token ORDER BY name");
    while (row.next()) tokens.push_back(token_of(row));
    return tokens;
  });
}

std::optional<ApiToken> ApiTokens::find(std::string_view token) const {
  if (!token.starts_with(kPrefix)) return std::nullopt;
  return database_.read([&](SQLite::Database& database) -> std::optional<ApiToken> {
    Row row(database, "SELECT name, scopes, created_at_ms FROM api_token WHERE token_hash = ?");
    if (!row.blob(database_.keys().blind_index(token, kToken)).next()) return std::nullopt;
    return token_of(row);
  });
}

}  // namespace bot
