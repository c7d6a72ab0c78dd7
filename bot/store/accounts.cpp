#include "bot/store/accounts.h"

#include <utility>

#include "bot/account/recovery_code.h"
#include "bot/store/database.h"
#include "bot/store/idempotency_rows.h"
#include "bot/store/row.h"

namespace bot {
namespace {

constexpr const char* kRecoveryCode = "recovery_code";

std::string context(const char* column, std::string_view name) {
  return "account." + std::string(column) + "/" + std::string(name);
}

std::string code_index(const Keys& keys, std::string_view name, std::string_view code) {
  return keys.blind_index(std::string(name) + "/" + plain_recovery_code(code), kRecoveryCode);
}

void put_recovery_codes(SQLite::Database& database, const Keys& keys, std::string_view name,
                        const std::vector<std::string>& codes) {
  Row(database, "DELETE FROM recovery_code WHERE account = ?").text(name).run();
  for (const auto& code : codes)
    Row(database, "INSERT INTO recovery_code VALUES (?, ?)")
        .text(name)
        .blob(code_index(keys, name, code))
        .run();
}

void end_sessions(SQLite::Database& database, std::string_view name,
                  std::string_view kept_session = {}) {
  Row(database, "DELETE FROM session WHERE account = ? AND id <> ?")
      .text(name)
      .text(kept_session)
      .run();
}

void put_role(SQLite::Database& database, std::string_view name, Role role) {
  Row(database, "UPDATE account SET role = ? WHERE name = ?").text(name_of(role)).text(name).run();
}

void put_disabled(SQLite::Database& database, std::string_view name, bool disabled) {
  Row(database, "UPDATE account SET disabled = ? WHERE name = ?")
      .number(disabled ? 1 : 0)
      .text(name)
      .run();
}

void put_password(SQLite::Database& database, const Keys& keys, std::string_view name,
                  std::string_view hash) {
  Row(database, "UPDATE account SET sealed_password = ? WHERE name = ?")
      .blob(keys.seal(hash, context("password", name)))
      .text(name)
      .run();
}

void touch(SQLite::Database& database, std::string_view name, std::int64_t at_ms) {
  Row(database, "UPDATE account SET updated_at_ms = ?, version = version + 1 WHERE name = ?")
      .number(at_ms)
      .text(name)
      .run();
}

/// Its version; 0 where there is no such account.
std::int64_t version_of(SQLite::Database& database, std::string_view name) {
  Row row(database, "SELECT version FROM account WHERE name = ?");
  return row.text(name).next() ? row.get_number(0) : 0;
}

bool is_there(SQLite::Database& database, std::string_view name) {
  return version_of(database, name) != 0;
}

bool is_last_admin(SQLite::Database& database, std::string_view name) {
  Row row(database,
          "SELECT max(name = ?), count(*) FROM account WHERE role = 'admin' AND disabled = 0");
  row.text(name).next();
  return row.get_number(0) == 1 && row.get_number(1) == 1;
}

constexpr const char* kSelect =
    "SELECT name, role, disabled, created_at_ms, (SELECT count(*) FROM recovery_code "
    "WHERE account = name), sealed_password, sealed_totp, version FROM account ";

Account account_of(Row& row) {
  Account account;
  account.name = row.get(0);
  account.role = role_of(row.get(1)).value();
  account.is_disabled = row.get_number(2) != 0;
  account.created_at_ms = row.get_number(3);
  account.recovery_codes = static_cast<int>(row.get_number(4));
  account.version = row.get_number(7);
  return account;
}

std::string reply_text(SQLite::Database& database, std::string_view name,
                       const AccountReply& reply) {
  Row row(database, (std::string(kSelect) + "WHERE name = ?").c_str());
  return reply.text && row.text(name).next() ? reply.text(account_of(row)) : std::string();
}

/// The change, unless the same request was carried out: then what it was answered with.
Accounts::Outcome replied_once(SQLite::Database& database, const Keys& keys,
                               std::string_view name, std::int64_t at_ms,
                               const AccountReply& reply,
                               const std::function<Accounts::Change()>& act) {
  using Change = Accounts::Change;
  if (const auto earlier = select_earlier(database, keys, reply.once, at_ms)) {
    if (!earlier->is_same) return {Change::key_reused};
    if (!reply.is_secret) return {Change::done, reply_text(database, name, reply)};
    if (earlier->answer.empty()) return {Change::reply_gone};
    return {Change::done, earlier->answer};
  }
  const auto change = act();
  if (change != Change::done) return {change};
  Accounts::Outcome outcome{change, reply_text(database, name, reply)};
  remember(database, keys, reply.once, at_ms, "", reply.is_secret ? outcome.reply : "");
  return outcome;
}

Accounts::Change make_change(SQLite::Database& database, const Keys& keys, std::string_view name,
                             const AccountChange& wanted, const Caller& by, std::int64_t at_ms) {
  using Change = Accounts::Change;
  const auto version = version_of(database, name);
  if (version == 0) return Change::unknown;
  if (wanted.version.value_or(version) != version) return Change::stale;
  const bool stays_admin = wanted.role.value_or(Role::admin) == Role::admin;
  if ((!stays_admin || wanted.disabled.value_or(false)) && is_last_admin(database, name))
    return Change::last_admin;
  const auto audit = [&](const char* what, std::string detail = {}) {
    append_audit(database, audited(by, what, std::string(name), at_ms, std::move(detail)));
  };
  if (wanted.role) {
    put_role(database, name, *wanted.role);
    audit("role-changed", "role=" + std::string(name_of(*wanted.role)));
  }
  if (wanted.disabled) {
    put_disabled(database, name, *wanted.disabled);
    audit(*wanted.disabled ? "account-disabled" : "account-enabled");
  }
  if (!wanted.password_hash.empty()) {
    put_password(database, keys, name, wanted.password_hash);
    audit("password-reset");
  }
  touch(database, name, at_ms);
  end_sessions(database, name);
  return Change::done;
}

}  // namespace

Accounts::Outcome Accounts::add(const Account& account,
                                const std::vector<std::string>& recovery_codes,
                                const AuditEntry& entry, const AccountReply& reply) {
  const Keys& keys = database_.keys();
  const auto insert = [&](SQLite::Database& database) {
    const int added =
        Row(database,
            "INSERT INTO account (name, role, sealed_password, sealed_totp, created_at_ms, "
            "updated_at_ms) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
            .text(account.name)
            .text(name_of(account.role))
            .blob(keys.seal(account.password_hash, context("password", account.name)))
            .blob(keys.seal(account.totp_secret, context("totp", account.name)))
            .number(entry.at_ms)
            .number(entry.at_ms)
            .run();
    if (added == 0) return Change::taken;
    put_recovery_codes(database, keys, account.name, recovery_codes);
    append_audit(database, entry);
    return Change::done;
  };
  return database_.write([&](SQLite::Database& database) {
    return replied_once(database, keys, account.name, entry.at_ms, reply,
                        [&] { return insert(database); });
  });
}

std::optional<Account> Accounts::find(std::string_view name) const {
  const Keys& keys = database_.keys();
  return database_.read([&](SQLite::Database& database) -> std::optional<Account> {
    Row row(database, (std::string(kSelect) + "WHERE name = ?").c_str());
    if (!row.text(name).next()) return std::nullopt;
    Account account = account_of(row);
    account.password_hash = keys.open(row.get(5), context("password", name));
    account.totp_secret = keys.open(row.get(6), context("totp", name));
    return account;
  });
}

std::vector<Account> Accounts::all() const {
  return database_.read([&](SQLite::Database& database) {
    std::vector<Account> accounts;
    Row row(database, (std::string(kSelect) + "ORDER BY name").c_str());
    while (row.next()) accounts.push_back(account_of(row));
    return accounts;
  });
}

Accounts::Outcome Accounts::change(std::string_view name, const AccountChange& wanted,
                                   const Caller& by, std::int64_t at_ms,
                                   const AccountReply& reply) {
  const Keys& keys = database_.keys();
  return database_.write([&](SQLite::Database& database) {
    return replied_once(database, keys, name, at_ms, reply,
                        [&] { return make_change(database, keys, name, wanted, by, at_ms); });
  });
}

Accounts::Change Accounts::set_password(std::string_view name, std::string_view hash,
                                        std::string_view kept_session, const AuditEntry& entry) {
  return database_.write([&](SQLite::Database& database) {
    if (!is_there(database, name)) return Change::unknown;
    put_password(database, database_.keys(), name, hash);
    touch(database, name, entry.at_ms);
    end_sessions(database, name, kept_session);
    append_audit(database, entry);
    return Change::done;
  });
}

Accounts::Outcome Accounts::set_second_factor(std::string_view name, std::string_view totp_secret,
                                              const std::vector<std::string>& recovery_codes,
                                              const AuditEntry& entry,
                                              const AccountReply& reply) {
  const Keys& keys = database_.keys();
  const auto put = [&](SQLite::Database& database) {
    if (!is_there(database, name)) return Change::unknown;
    Row(database,
        "UPDATE account SET sealed_totp = ?, totp_step = 0, updated_at_ms = ?, "
        "version = version + 1 WHERE name = ?")
        .blob(keys.seal(totp_secret, context("totp", name)))
        .number(entry.at_ms)
        .text(name)
        .run();
    put_recovery_codes(database, keys, name, recovery_codes);
    end_sessions(database, name);
    append_audit(database, entry);
    return Change::done;
  };
  return database_.write([&](SQLite::Database& database) {
    return replied_once(database, keys, name, entry.at_ms, reply, [&] { return put(database); });
  });
}

bool Accounts::use_totp_step(std::string_view name, std::int64_t step) {
  return database_.write([&](SQLite::Database& database) {
    return Row(database, "UPDATE account SET totp_step = ? WHERE name = ? AND totp_step < ?")
               .number(step)
               .text(name)
               .number(step)
               .run() == 1;
  });
}

bool Accounts::use_recovery_code(std::string_view name, std::string_view code) {
  return database_.write([&](SQLite::Database& database) {
    return Row(database, "DELETE FROM recovery_code WHERE account = ? AND code_index = ?")
               .text(name)
               .blob(code_index(database_.keys(), name, code))
               .run() == 1;
  });
}

bool Accounts::knows_address(std::string_view name, std::string_view address) const {
  return database_.read([&](SQLite::Database& database) {
    return Row(database, "SELECT 1 FROM known_address WHERE account = ? AND address_index = ?")
        .text(name)
        .blob(database_.keys().blind_index(address, "address"))
        .next();
  });
}

}  // namespace bot
