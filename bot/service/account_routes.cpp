#include "bot/service/account_routes.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "bot/account/password_rules.h"
#include "bot/account/recovery_code.h"
#include "bot/account/sign_in.h"
#include "bot/account/totp.h"
#include "bot/channel/json_object.h"
#include "bot/channel/media_type.h"
#include "bot/service/idempotency_key.h"
#include "bot/service/problem_response.h"
#include "bot/service/utc_time.h"
#include "bot/service/version_tag.h"

namespace bot {
namespace {

using nlohmann::ordered_json;

constexpr const char* kJson = "application/json";

const Rejection kUnknown{404, "unknown-account", "There is no such account.", "List the accounts."};
const Rejection kLastAdmin{409, "last-admin", "This is the only admin left.",
                           "Make somebody else an admin first."};
const Rejection kNameTaken{409, "name-taken", "There is an account of that name.",
                           "Take another name; accounts are disabled, never deleted."};
const Rejection kBadName{400, "name-invalid", "'name' is missing or cannot be used.",
                         "Use at most 32 lower-case letters, digits and hyphens."};
const Rejection kBadRole{400, "role-invalid", "'role' is missing or not known.",
                         "Send coordinator, admin or editor."};
const Rejection kNothing{400, "nothing-to-change", "Nothing to change was sent.",
                         "Send 'disabled' (true or false), 'role' or 'password'."};

const Rejection kNoIfMatch{428, "if-match-required", "A change says which account it was made on.",
                           "Send If-Match with the account's etag."};
const Rejection kStale{412, "stale", "This account has changed since it was read.",
                       "Read it again and send the change with its new etag."};
const Rejection kFactorGone{409, "reply-gone",
                            "This was done before, and its second factor is not shown any longer.",
                            "Make a new second factor for the account."};

ordered_json account_json(const Account& account) {
  return {{"name", account.name},
          {"role", name_of(account.role)},
          {"disabled", account.is_disabled},
          {"recovery_codes", account.recovery_codes},
          {"created_at", rfc3339(account.created_at_ms)},
          {"etag", version_tag(account.version)}};
}

std::string text(const nlohmann::json& body, const char* key) {
  const auto found = body.find(key);
  return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// What account owners prove themselves with beside the password.
struct SecondFactor {
  std::string secret = new_totp_secret();
  std::vector<std::string> recovery_codes = new_recovery_codes();
};

class Roster {
 public:
  Roster(Accounts& accounts, Passwords& passwords, Clock clock, std::string clinic)
      : accounts_(accounts),
        passwords_(passwords),
        clock_(std::move(clock)),
        clinic_(std::move(clinic)) {}

  HttpOutcome list() const {
    ordered_json json = {{"accounts", ordered_json::array()}};
    for (const auto& account : accounts_.all()) json["accounts"].push_back(account_json(account));
    return HttpResponse{200, kJson, json.dump()};
  }

  HttpOutcome add(const HttpRequest& request, const nlohmann::json& body) {
    Account account;
    account.name = text(body, "name");
    if (!is_account_name(account.name)) return kBadName;
    const auto role = role_of(text(body, "role"));
    if (!role) return kBadRole;
    account.role = *role;
    auto hashed = hash(text(body, "password"), account.name);
    if (auto* refused = std::get_if<Rejection>(&hashed)) return *std::move(refused);
    account.password_hash = std::get<std::string>(std::move(hashed));
    const auto once = once_of(request, body);
    if (const auto* refused = std::get_if<Rejection>(&once)) return *refused;
    const SecondFactor factor;
    account.totp_secret = factor.secret;
    const auto made = accounts_.add(account, factor.recovery_codes,
                                    entry(request, "account-added", account.name,
                                          "role=" + std::string(name_of(account.role))),
                                    with_factor(std::get<Once>(once), factor));
    return answer(201, made);
  }

  HttpOutcome change(const HttpRequest& request, const nlohmann::json& body) {
    if (!accounts_.find(request.id)) return kUnknown;
    if (request.if_match.empty()) return kNoIfMatch;
    AccountChange wanted;
    wanted.version = read_version(request.if_match).value_or(0);
    if (body.contains("role") && !(wanted.role = role_of(text(body, "role")))) return kBadRole;
    if (body.contains("disabled")) {
      if (!body["disabled"].is_boolean()) return kNothing;
      wanted.disabled = body["disabled"].get<bool>();
    }
    if (body.contains("password")) {
      auto made = hash(text(body, "password"), request.id);
      if (auto* refused = std::get_if<Rejection>(&made)) return *std::move(refused);
      wanted.password_hash = std::get<std::string>(std::move(made));
    }
    if (body.empty()) return kNothing;
    const auto once = once_of(request, body);
    if (const auto* refused = std::get_if<Rejection>(&once)) return *refused;
    std::string tag;
    const auto tagged = [&tag](const Account& account) {
      tag = version_tag(account.version);
      return account_json(account).dump();
    };
    auto outcome = answer(200, accounts_.change(request.id, wanted, request.caller, clock_(),
                                                {std::get<Once>(once), tagged}));
    if (auto* response = std::get_if<HttpResponse>(&outcome))
      response->headers.emplace_back("ETag", tag);
    return outcome;
  }

  HttpOutcome new_second_factor(const HttpRequest& request) {
    const auto once = read_once(request, request.body);
    if (const auto* refused = std::get_if<Rejection>(&once)) return *refused;
    const SecondFactor factor;
    return answer(200, accounts_.set_second_factor(
                           request.id, factor.secret, factor.recovery_codes,
                           entry(request, "second-factor-reset", request.id),
                           with_factor(std::get<Once>(once), factor)));
  }

  AuditEntry entry(const HttpRequest& request, std::string what, std::string about,
                   std::string detail = {}) const {
    return audited(request.caller, std::move(what), std::move(about), clock_(), std::move(detail));
  }

 private:
  static HttpOutcome answer(int status, const Accounts::Outcome& outcome) {
    switch (outcome.change) {
      case Accounts::Change::done: return HttpResponse{status, kJson, outcome.reply};
      case Accounts::Change::taken: return kNameTaken;
      case Accounts::Change::unknown: return kUnknown;
      case Accounts::Change::last_admin: return kLastAdmin;
      case Accounts::Change::stale: return kStale;
      case Accounts::Change::key_reused: return kKeyReused;
      case Accounts::Change::reply_gone: return kFactorGone;
    }
    return kUnknown;
  }

  /// A password is compared, where the request comes again, by what is slow to guess it from.
  std::variant<Once, Rejection> once_of(const HttpRequest& request, nlohmann::json body) {
    const auto password = text(body, "password");
    if (request.idempotency_key.empty() || password.empty())
      return read_once(request, request.body);
    const auto digest = passwords_.digest(password, request.idempotency_key);
    if (!digest) return kTooBusyToHash;
    body.erase("password");
    return read_once(request, body.dump() + *digest);
  }

  std::variant<std::string, Rejection> hash(const std::string& password, std::string_view name) {
    if (auto refused = refuse_password(password, name, clinic_)) return *std::move(refused);
    auto hashed = passwords_.hash(password);
    if (!hashed) return kTooBusyToHash;
    return *std::move(hashed);
  }

  AccountReply with_factor(Once once, const SecondFactor& factor) const {
    const auto text = [this, factor](const Account& account) {
      auto json = account_json(account);
      json["otpauth"] = otpauth_uri(clinic_ + " desk", account.name, factor.secret);
      json["codes"] = factor.recovery_codes;
      return json.dump();
    };
    return {std::move(once), text, true};
  }

  Accounts& accounts_;
  Passwords& passwords_;
  const Clock clock_;
  const std::string clinic_;
};

}  // namespace

void add_account_routes(Router& router, Accounts& accounts, DeskSessions& sessions,
                        Passwords& passwords, Clock clock, std::string clinic) {
  const auto roster =
      std::make_shared<Roster>(accounts, passwords, std::move(clock), std::move(clinic));
  const auto add = [&](const char* method, const char* path, HttpHandler handle) {
    router.add(method, path, Permission::manage_accounts, std::move(handle));
  };
  const auto add_json = [&](const char* method, const char* path,
                            std::vector<std::string_view> keys, auto handle) {
    add(method, path, [keys, handle](const HttpRequest& request) -> HttpOutcome {
      if (!is_media_type(request.content_type, kJson)) return kNotJson;
      auto body = read_json_object(request.body, keys);
      if (auto* refused = std::get_if<Rejection>(&body)) return *std::move(refused);
      return handle(request, std::get<nlohmann::json>(body));
    });
  };
  add("GET", "/api/accounts", [roster](const HttpRequest&) { return roster->list(); });
  add_json("POST", "/api/accounts", {"name", "role", "password"},
           [roster](const auto& request, const auto& body) { return roster->add(request, body); });
  add_json("PATCH", "/api/accounts/{id}", {"disabled", "role", "password"},
           [roster](const auto& request, const auto& body) {
             return roster->change(request, body);
           });
  add("POST", "/api/accounts/{id}/second-factor",
      [roster](const HttpRequest& request) { return roster->new_second_factor(request); });
  add("DELETE", "/api/accounts/{id}/sessions",
      [roster, &sessions](const HttpRequest& request) -> HttpOutcome {
        const auto once = read_once(request, request.body);
        if (const auto* refused = std::get_if<Rejection>(&once)) return *refused;
        const auto ended =
            sessions.end_all(request.id, roster->entry(request, "sessions-ended", request.id),
                             std::get<Once>(once));
        if (ended == Verdict::key_reused) return kKeyReused;
        if (ended == Verdict::not_found) return kUnknown;
        return HttpResponse{204, "", ""};
      });
}

}  // namespace bot
