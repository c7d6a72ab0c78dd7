#include "bot/store/api_tokens.h"

#include <sstream>

#include "bot/random_token.h"
#include "bot/store/database.h"
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

std::optional<std::string> ApiTokens::add(const ApiToken& token, const AuditEntry& entry) {
  const std::string secret = kPrefix + random_token(kTokenBytes);
  const bool added = database_.write([&](SQLite::Database& database) {
    const bool is_new =
        Row(database, "INSERT INTO api_token VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .text(token.name)
            .blob(database_.keys().blind_index(secret, kToken))
            .text(joined(token.scopes.names()))
            .number(entry.at_ms)
            .run() == 1;
    if (is_new) append_audit(database, entry);
    return is_new;
  });
  return added ? std::optional(secret) : std::nullopt;
}

bool ApiTokens::revoke(std::string_view name, const AuditEntry& entry) {
  return database_.write([&](SQLite::Database& database) {
    if (Row(database, "DELETE FROM api_token WHERE name = ?").text(name).run() == 0) return false;
    append_audit(database, entry);
    return true;
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
