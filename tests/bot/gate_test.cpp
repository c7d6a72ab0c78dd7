#include "bot/service/gate.h"

#include <doctest/doctest.h>

#include <utility>

#include "bot/service/session_cookie.h"
#include "bot/store/accounts.h"
#include "bot/store/database.h"

namespace {

constexpr const char* kToken = "the-desks-token";
constexpr std::int64_t kMinuteMs = 60'000;

std::string bearer(std::string_view token) {
  std::string text = "bearer ";
  return text.append(token);
}

/// A gate with an account of each role, and a clock of its own.
struct Desk {
  Desk() {
    for (const auto role : bot::kRoles) {
      bot::Account account{std::string(name_of(role)), role, false, "hash", "secret", 0, 0};
      accounts.add(account, {}, {});
    }
  }

  std::string sign_in(bot::Role role, std::string_view replaced = {}) {
    bot::AuditEntry entry;
    entry.at_ms = now_ms;
    return sessions.begin(name_of(role), "203.0.113.7", replaced, entry).value().token;
  }

  /// The status of the refusal; 0 where there is none.
  int ask(bot::Permission permission, bot::HttpRequest request) {
    const auto refused = gate.refuse(permission, request);
    caller = request.caller;
    return refused ? refused->status : 0;
  }
  int ask_bearer(bot::Permission permission, const std::string& authorization) {
    bot::HttpRequest request;
    request.method = "GET";
    request.authorization = authorization;
    return ask(permission, request);
  }
  int ask_cookie(const std::string& token, const std::string& method = "GET",
                 const std::string& header = {}) {
    bot::HttpRequest request;
    request.method = method;
    request.cookie = "__Host-desk=" + token;
    request.desk_header = header;
    return ask(bot::Permission::signed_in, request);
  }

  std::int64_t now_ms = 1'000'000'000;
  bot::Database database{{}, bot::Keys::random()};
  bot::Accounts accounts{database};
  bot::DeskSessions sessions{database, {30 * kMinuteMs, 720 * kMinuteMs}};
  bot::ApiTokens tokens{database};
  bot::AuditLog audit{database};
  bot::Gate gate{{kToken, "the-operators-token"}, sessions, tokens, audit,
                 [this] { return now_ms; }};
  bot::Caller caller;

  std::string crm_token() {
    return tokens
        .add({"crm", {bot::Permission::read_queue}, 0}, {},
             [](const std::string& secret) { return secret; })
        .reply;
  }
};

}  // namespace

TEST_CASE("gate: who may what, for every permission and every kind of caller") {
  Desk desk;
  const auto machine = desk.crm_token();
  for (const auto permission : bot::kPermissions) {
    CAPTURE(bot::name_of(permission));
    const bool is_open = permission == bot::Permission::open;
    const auto expected = [](bool may) { return may ? 0 : 403; };
    CHECK(desk.ask_bearer(permission, "") == (is_open ? 0 : 401));
    CHECK(desk.ask_bearer(permission, bearer(kToken)) ==
          expected(bot::desk_token_permissions().has(permission)));
    CHECK(desk.ask_bearer(permission, bearer("the-operators-token")) ==
          expected(is_open || permission == bot::Permission::manage_accounts));
    CHECK(desk.ask_bearer(permission, bearer(machine)) ==
          expected(is_open || permission == bot::Permission::read_queue));
    for (const auto role : bot::kRoles) {
      bot::HttpRequest request;
      request.method = "GET";
      request.cookie = "__Host-desk=" + desk.sign_in(role);
      CHECK(desk.ask(permission, request) == expected(permissions_of(role).has(permission)));
    }
  }
}

TEST_CASE("gate: the caller is named to the route") {
  Desk desk;
  desk.ask_bearer(bot::Permission::read_queue, bearer(kToken));
  CHECK(desk.caller.kind == bot::Caller::Kind::machine);
  CHECK(desk.caller.name == "desk");
  CHECK(desk.ask_cookie(desk.sign_in(bot::Role::editor)) == 0);
  CHECK(desk.caller.is_person());
  CHECK(desk.caller.name == "editor");
}

TEST_CASE("gate: what is nearly a token is nobody's, and no cookie makes up for it") {
  Desk desk;
  const auto cookie = "__Host-desk=" + desk.sign_in(bot::Role::admin);
  for (const char* wrong : {"Bearer the-desks-toke", "Bearer the-desks-token2", "Bearer ", "Bearer",
                            "Basic the-desks-token", "Bearer THE-DESKS-TOKEN", "the-desks-token"}) {
    CAPTURE(wrong);
    bot::HttpRequest request;
    request.method = "GET";
    request.authorization = wrong;
    request.cookie = cookie;
    CHECK(desk.ask(bot::Permission::read_queue, request) == 401);
    CHECK(desk.caller.kind == bot::Caller::Kind::nobody);
  }
}

TEST_CASE("session: idle and absolute limits (ASVS 7.3.1, 7.3.2)") {
  Desk desk;
  const auto token = desk.sign_in(bot::Role::coordinator);
  desk.now_ms += 29 * kMinuteMs;
  CHECK(desk.ask_cookie(token) == 0);
  desk.now_ms += 29 * kMinuteMs;
  CHECK(desk.ask_cookie(token, "GET", "background") == 0);
  desk.now_ms += 2 * kMinuteMs;
  CHECK(desk.ask_cookie(token) == 401);  // the console asked, nobody was there

  const auto busy = desk.sign_in(bot::Role::coordinator);
  for (int minutes = 0; minutes < 700; minutes += 20) {
    CHECK(desk.ask_cookie(busy) == 0);
    desk.now_ms += 20 * kMinuteMs;
  }
  desk.now_ms += 20 * kMinuteMs;
  CHECK(desk.ask_cookie(busy) == 401);
}

TEST_CASE("session: disabling, a new role, a new password end it at once (ASVS 7.4.2)") {
  Desk desk;
  const auto begin = [&] { return desk.sign_in(bot::Role::coordinator); };
  const auto disabled = begin();
  desk.accounts.change("coordinator", {.disabled = true}, {}, desk.now_ms);
  CHECK(desk.ask_cookie(disabled) == 401);
  CHECK_FALSE(desk.sessions.begin("coordinator", "", "", {}));
  desk.accounts.change("coordinator", {.disabled = false}, {}, desk.now_ms);
  CHECK(desk.ask_cookie(disabled) == 401);
  const auto promoted = begin();
  desk.accounts.change("coordinator", {.role = bot::Role::editor}, {}, desk.now_ms);
  CHECK(desk.ask_cookie(promoted) == 401);
  const auto reset = begin();
  desk.accounts.set_password("coordinator", "hash", "", {});
  CHECK(desk.ask_cookie(reset) == 401);
  const auto other = begin();
  const auto own = begin();
  desk.ask_cookie(own);
  desk.accounts.set_password("coordinator", "hash", desk.caller.session_id, {});
  CHECK(desk.ask_cookie(own) == 0);
  CHECK(desk.ask_cookie(other) == 401);
}

TEST_CASE("session fixation (ASVS 7.2.4): signing in makes a new token and ends the old") {
  Desk desk;
  const auto before = desk.sign_in(bot::Role::coordinator);
  const auto after = desk.sign_in(bot::Role::coordinator, before);
  CHECK(before != after);
  CHECK(after.size() == 64);
  CHECK(desk.ask_cookie(before) == 401);
  CHECK(desk.ask_cookie(after) == 0);
  CHECK(desk.ask_cookie(std::string(64, 'a')) == 401);
}

TEST_CASE("CSRF (ASVS 3.5.1): a change under a cookie needs the header and our own page") {
  Desk desk;
  const auto token = desk.sign_in(bot::Role::admin);
  for (const char* method : {"POST", "PUT", "PATCH", "DELETE"}) {
    CHECK(desk.ask_cookie(token, method) == 403);
    CHECK(desk.ask_cookie(token, method, "1") == 0);
  }
  struct Row {
    const char *origin, *site;
    int status;
  };
  const Row table[] = {{"https://desk.example", "same-origin", 0},
                       {"https://desk.example", "", 0},
                       {"https://evil.example", "", 403},
                       {"https://desk.example.evil.example", "", 403},
                       {"null", "", 403},
                       {"", "cross-site", 403},
                       {"", "same-site", 403},
                       {"", "none", 403},
                       {"https://bot.example", "same-site", 403}};
  for (const auto& row : table) {
    CAPTURE(row.origin);
    CAPTURE(row.site);
    bot::HttpRequest request;
    request.method = "POST";
    request.host = "desk.example";
    request.cookie = "__Host-desk=" + token;
    request.desk_header = "1";
    request.origin = row.origin;
    request.sec_fetch_site = row.site;
    CHECK(desk.ask(bot::Permission::signed_in, request) == row.status);
  }
}

TEST_CASE("cookie tossing: a second cookie, another case, another name are no session") {
  const std::string token(64, 'a');
  const std::string good = "__Host-desk=" + token;
  CHECK(bot::session_token(good) == token);
  CHECK(bot::session_token("a=b; " + good + "; c=d") == token);
  const std::vector<std::string> table = {
      good + "; " + good, "__host-desk=" + token, "desk=" + token, "x__Host-desk=" + token,
      good + "a", "__Host-desk=", "", ";;;= ;", "__Host-desk =" + token};
  for (const auto& bad : table) CHECK(bot::session_token(bad).empty());
  const auto set = bot::session_cookie(token);
  for (const char* manner : {"__Host-desk=", "; Path=/", "; Secure", "; HttpOnly",
                             "; SameSite=Strict"})
    CHECK(set.find(manner) != std::string::npos);
  CHECK(set.find("Domain") == std::string::npos);
}

TEST_CASE("permissions: each has a name; an editor sees no personal data") {
  for (const auto permission : bot::kPermissions) CHECK_FALSE(bot::name_of(permission).empty());
  for (const auto role : bot::kRoles) CHECK(bot::role_of(bot::name_of(role)) == role);
  CHECK_FALSE(bot::role_of("owner").has_value());
  const auto& editor = bot::permissions_of(bot::Role::editor);
  for (const auto personal : {bot::Permission::read_queue, bot::Permission::read_transcript,
                              bot::Permission::export_leads, bot::Permission::read_audit})
    CHECK_FALSE(editor.has(personal));
}

TEST_CASE("scopes: a machine gets no account, no audit and no session") {
  CHECK(bot::scope_of("read_queue") == bot::Permission::read_queue);
  for (const char* none : {"open", "signed_in", "manage_accounts", "read_audit", "", "READ_QUEUE"})
    CHECK_FALSE(bot::scope_of(none).has_value());
}
