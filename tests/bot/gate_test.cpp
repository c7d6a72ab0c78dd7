#include "bot/service/gate.h"

#include <doctest/doctest.h>

#include <utility>

namespace {

constexpr const char* kToken = "the-desks-token";

struct Passed {
  int status = 0;  ///< of the refusal; 0 where there is none
  bot::Caller caller;
};

Passed pass(bot::Permission permission, const std::string& authorization) {
  const bot::Gate gate(kToken);
  bot::HttpRequest request;
  request.authorization = authorization;
  const auto refused = gate.refuse(permission, request);
  return {refused ? refused->status : 0, request.caller};
}

}  // namespace

TEST_CASE("gate: the desk's token may do what a coordinator may, and no more") {
  for (const auto permission : bot::kPermissions) {
    CAPTURE(bot::name_of(permission));
    const bool may = permission != bot::Permission::signed_in &&
                     bot::permissions_of(bot::Role::coordinator).has(permission);
    CHECK(pass(permission, std::string("Bearer ") + kToken).status == (may ? 0 : 403));
    CHECK(pass(permission, "").status == (permission == bot::Permission::open ? 0 : 401));
  }
  const auto caller = pass(bot::Permission::read_queue, std::string("bearer ") + kToken).caller;
  CHECK(caller.kind == bot::Caller::Kind::machine);
  CHECK(caller.name == "desk");
}

TEST_CASE("gate: what is nearly the token is nobody's") {
  for (const char* wrong : {"Bearer the-desks-toke", "Bearer the-desks-token2", "Bearer ", "Bearer",
                            "Basic the-desks-token", "Bearer THE-DESKS-TOKEN", "the-desks-token"}) {
    CAPTURE(wrong);
    const auto passed = pass(bot::Permission::read_queue, wrong);
    CHECK(passed.status == 401);
    CHECK(passed.caller.kind == bot::Caller::Kind::nobody);
  }
}

TEST_CASE("permissions: each has a name; an editor sees no personal data") {
  for (const auto permission : bot::kPermissions) CHECK_FALSE(bot::name_of(permission).empty());
  for (const auto role : bot::kRoles) CHECK(bot::role_of(bot::name_of(role)) == role);
  CHECK_FALSE(bot::role_of("owner").has_value());
  const auto& editor = bot::permissions_of(bot::Role::editor);
  for (const auto personal : {bot::Permission::read_queue, bot::Permission::read_transcript,
                              bot::Permission::export_leads, bot::Permission::read_audit})
    CHECK_FALSE(editor.has(personal));
  CHECK(editor.names() ==
        std::vector<std::string>{"signed_in", "read_reports", "edit_content"});
}

TEST_CASE("scopes: a machine gets no account, no audit and no session") {
  CHECK(bot::scope_of("read_queue") == bot::Permission::read_queue);
  for (const char* none : {"open", "signed_in", "manage_accounts", "read_audit", "", "READ_QUEUE"})
    CHECK_FALSE(bot::scope_of(none).has_value());
}
