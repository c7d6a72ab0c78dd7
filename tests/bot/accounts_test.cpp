#include "bot/store/accounts.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "bot/store/api_tokens.h"
#include "bot/store/database.h"
#include "bot/store/database_lock.h"
#include "tests/bot/temporary_folder.h"

namespace {

using Change = bot::Accounts::Change;

bot::Account account(const char* name, bot::Role role) {
  return {name, role, false, "$argon2id$", "totp-secret", 5, 0};
}

bot::AuditEntry entry(std::string what) {
  return {0, 5, bot::Caller::Kind::person, "root", std::move(what), "dana", ""};
}

struct Desk {
  bot::Database database{{}, bot::Keys::random()};
  bot::Accounts accounts{database};
  bot::AuditLog audit{database};
  Desk() {
    accounts.add(account("dana", bot::Role::admin), {"aaaaa-bbbbb"}, entry("account-added"));
  }
  Change change(std::string_view name, const bot::AccountChange& wanted) {
    return accounts.change(name, wanted, {}, 5).change;
  }
};

}  // namespace

TEST_CASE("accounts: added once, found again, audited with the change") {
  Desk desk;
  CHECK(desk.accounts.add(account("dana", bot::Role::editor), {}, entry("account-added")).change ==
        Change::taken);
  const auto found = desk.accounts.find("dana").value();
  CHECK(found.role == bot::Role::admin);
  CHECK(found.totp_secret == "totp-secret");
  CHECK(found.recovery_codes == 1);
  CHECK_FALSE(desk.accounts.find("eve"));
  CHECK(desk.audit.find({}).size() == 1);
  CHECK(desk.audit.find({}).at(0).what == "account-added");
}

TEST_CASE("accounts: a step and a recovery code work once") {
  Desk desk;
  CHECK(desk.accounts.use_totp_step("dana", 100));
  CHECK_FALSE(desk.accounts.use_totp_step("dana", 100));
  CHECK_FALSE(desk.accounts.use_totp_step("dana", 99));
  CHECK(desk.accounts.use_totp_step("dana", 101));
  CHECK_FALSE(desk.accounts.use_recovery_code("eve", "aaaaa-bbbbb"));
  CHECK(desk.accounts.use_recovery_code("dana", "AAAAA BBBBB"));
  CHECK_FALSE(desk.accounts.use_recovery_code("dana", "aaaaa-bbbbb"));
}

TEST_CASE("accounts: the last admin stays one") {
  Desk desk;
  CHECK(desk.change("dana", {.disabled = true}) == Change::last_admin);
  CHECK(desk.change("dana", {.role = bot::Role::editor}) == Change::last_admin);
  CHECK(desk.change("eve", {.disabled = true}) == Change::unknown);
  desk.accounts.add(account("eve", bot::Role::admin), {}, entry("account-added"));
  CHECK(desk.change("dana", {.role = bot::Role::editor}) == Change::done);
  CHECK(desk.change("eve", {.disabled = true}) == Change::last_admin);
}

TEST_CASE("tokens: shown once, found by it, revoked at once") {
  Desk desk;
  bot::ApiTokens tokens(desk.database);
  const bot::ApiToken crm{"crm", {bot::Permission::read_queue, bot::Permission::read_reports}, 5};
  const auto shown = [](const std::string& secret) { return secret; };
  const auto secret = tokens.add(crm, entry("token-added"), shown).reply;
  CHECK(tokens.add(crm, entry("token-added"), shown).added == bot::ApiTokens::Added::taken);
  const auto found = tokens.find(secret).value();
  CHECK(found.name == "crm");
  CHECK(found.scopes.names() == std::vector<std::string>{"read_queue", "read_reports"});
  CHECK_FALSE(tokens.find(secret + "0"));
  CHECK(tokens.revoke("crm", entry("token-revoked")) == bot::Verdict::done);
  CHECK(tokens.revoke("crm", entry("token-revoked")) == bot::Verdict::not_found);
  CHECK_FALSE(tokens.find(secret));
}

TEST_CASE("audit: append-only, whoever tries; in pages, newest first") {
  const tests::TemporaryFolder folder;
  bot::Database database({folder / "s.sqlite"}, bot::Keys::random());
  bot::AuditLog audit(database);
  for (int i = 0; i < 5; ++i) audit.add(entry("n-" + std::to_string(i)));
  SQLite::Database other((folder / "s.sqlite").string(), SQLite::OPEN_READWRITE);
  CHECK_THROWS_AS(other.exec("UPDATE audit SET who = 'eve'"), SQLite::Exception);
  CHECK_THROWS_AS(other.exec("DELETE FROM audit"), SQLite::Exception);
  bot::AuditLog::Query query;
  query.limit = 2;
  const auto first = audit.find(query);
  REQUIRE(first.size() == 2);
  CHECK(first[0].what == "n-4");
  query.before_sequence = first[1].sequence;
  CHECK(audit.find(query).at(0).what == "n-2");
  CHECK(audit.find({.what = "n-1"}).size() == 1);
  CHECK(audit.find({.who = "eve"}).empty());
}

TEST_CASE("audit: what is asked all the time is noted once in a while, by who, what and about") {
  Desk desk;
  constexpr std::int64_t kWithin = 900;
  const auto read = [&](std::int64_t at_ms, const char* who = "root", const char* about = "c1-1",
                        const char* what = "card-read") {
    desk.audit.add_once_in(kWithin, {0, at_ms, bot::Caller::Kind::person, who, what, about, ""});
    return desk.audit.find({}).size() - 1;  // beside the account that was added
  };
  CHECK(read(10'000) == 1);
  for (const std::int64_t at : {10'000, 10'001, 10'899}) CHECK(read(at) == 1);
  CHECK(read(10'900) == 2);
  CHECK(read(11'000) == 2);
  CHECK(read(11'000, "omar") == 3);
  CHECK(read(11'000, "root", "c2-1") == 4);
  CHECK(read(11'000, "root", "c1-1", "transcript-read") == 5);
  CHECK(read(1'000) == 6);  // the clock was set back
  desk.audit.add_once_in(kWithin, {0, 11'000, bot::Caller::Kind::machine, "root", "card-read",
                                   "c1-1", ""});
  CHECK(desk.audit.find({}).size() == 8);
}

TEST_CASE("accounts: on the disk stands nothing that opens the desk") {
  const tests::TemporaryFolder folder;
  std::string secret;
  {
    bot::Database database({folder / "s.sqlite"}, bot::Keys::random());
    const auto shown = [](const std::string& made) { return made; };
    bot::Accounts(database).add(account("dana", bot::Role::admin), {"aaaaa-bbbbb"}, entry("x"),
                                {{"k-1", "x"}, [](const auto&) { return "otpauth-uri"; }, true});
    secret = bot::ApiTokens(database)
                 .add({"crm", {bot::Permission::read_queue}, 5}, {}, shown, {"k-2", "x"})
                 .reply;
  }
  const auto bytes = tests::bytes_of(folder / "s.sqlite");
  for (const auto& open : {std::string("totp-secret"), std::string("$argon2id$"),
                           std::string("aaaaabbbbb"), std::string("aaaaa-bbbbb"),
                           std::string("otpauth-uri"), secret})
    CHECK(bytes.find(open) == std::string::npos);
}

TEST_CASE("database lock: one holder; the door stands open while it is held") {
  const tests::TemporaryFolder folder;
  const auto file = folder / "s.sqlite";
  {
    auto lock = bot::DatabaseLock::take(file);
    REQUIRE(lock);
    CHECK_FALSE(bot::DatabaseLock::take(file));
    CHECK_FALSE(bot::DatabaseLock::door(file));
    lock->open_door({"127.0.0.1", 8080, "secret"});
    CHECK(bot::DatabaseLock::door(file).value().port == 8080);
    const auto mode = std::filesystem::status(file.string() + ".lock").permissions();
    CHECK((mode & std::filesystem::perms::mask) == std::filesystem::perms(0600));
  }
  CHECK_FALSE(bot::DatabaseLock::door(file));
  CHECK(bot::DatabaseLock::take(file));
}
