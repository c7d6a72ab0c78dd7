#include "bot/account/sign_in.h"

#include <utility>

#include "bot/account/password_rules.h"
#include "bot/account/recovery_code.h"
#include "bot/account/totp.h"

namespace bot {
namespace {

constexpr std::size_t kAddressesMax = 10'000;
constexpr Rate kNotedOfAddress{1, 1};
// The burst and what comes back within its minute: sixty.
constexpr Rate kNotedInAll{30, 30};

const std::string kUnknown = "unknown";  // stands for a name that no account has
const Rejection kLoginFailed{401, "login-failed", "The name, the password or the code is wrong.",
                             "Try again, or ask an admin of the desk."};
const Rejection kCodeRequired{401, "code-required", "The code of the authenticator app is needed.",
                              "Send it as 'code'; a recovery code stands in for it once."};

}  // namespace

const Rejection kTooBusyToHash{429, "busy", "Many people are signing in right now.",
                               "Try again in a moment.", 1};

SignIn::SignIn(Accounts& accounts, DeskSessions& sessions, AuditLog& audit, Passwords& passwords,
               const AccountConfig& config, Clock clock)
    : accounts_(accounts),
      sessions_(sessions),
      audit_(audit),
      passwords_(passwords),
      throttle_(config),
      refused_by_address_(kNotedOfAddress, kAddressesMax, WhenFull::count_it),
      refused_in_all_(kNotedInAll, 1),
      unknown_in_all_(kNotedInAll, 1),
      clock_(std::move(clock)) {}

std::variant<DeskSessions::Begun, Rejection> SignIn::begin(const Credentials& credentials,
                                                           std::string_view address,
                                                           std::string_view replaced_token) {
  auto recognized = recognize(credentials.name, credentials.password, address);
  if (auto* refused = std::get_if<Rejection>(&recognized)) return *std::move(refused);
  const auto& account = std::get<Account>(recognized);
  if (credentials.code.empty()) return kCodeRequired;
  const auto factor = second_factor(account, credentials.code);
  if (factor.empty()) return failed(account.name, "code");
  const Caller caller{Caller::Kind::person, account.name, {}, {}};
  auto begun = sessions_.begin(account.name, address, replaced_token,
                               audited(caller, "login", account.name, clock_(), factor));
  if (!begun) return failed(account.name, "disabled");
  return *std::move(begun);
}

std::variant<Account, Rejection> SignIn::recognize(const std::string& name,
                                                   std::string_view password,
                                                   std::string_view address) {
  const bool can_be = is_account_name(name);
  const bool is_known_address = can_be && accounts_.knows_address(name, address);
  if (auto refused = throttle_.refuse(name, address, is_known_address, clock_())) {
    note_refused(name, address);
    return *refused;
  }
  auto account = can_be ? accounts_.find(name) : std::nullopt;
  const bool may = account && !account->is_disabled && password.size() <= kPasswordBytesMax;
  const auto is_right = passwords_.is_password(password.substr(0, kPasswordBytesMax),
                                               may ? account->password_hash : std::string());
  if (!is_right) return kTooBusyToHash;
  if (*is_right) return *std::move(account);
  // A name that is none may be a password in the wrong field.
  return failed(account ? name : kUnknown,
                account && account->is_disabled ? "disabled" : "password");
}

std::string SignIn::second_factor(const Account& account, const std::string& code) {
  if (const auto step = totp_step(account.totp_secret, code, clock_()))
    return accounts_.use_totp_step(account.name, *step) ? "totp" : "";
  if (plain_recovery_code(code).empty()) return {};
  return accounts_.use_recovery_code(account.name, code) ? "recovery-code" : "";
}

Rejection SignIn::failed(const std::string& account, std::string detail) {
  // Names that are none can be made up without end.
  if (account == kUnknown && unknown_in_all_.take("", clock_()) != 0) return kLoginFailed;
  audit_.add(audited({}, "login-failed", account, clock_(), std::move(detail)));
  return kLoginFailed;
}

void SignIn::note_refused(const std::string& name, std::string_view address) {
  const auto now_ms = clock_();
  if (refused_by_address_.take(address, now_ms) != 0 || refused_in_all_.take("", now_ms) != 0)
    return;
  const bool is_account = is_account_name(name) && accounts_.find(name);
  audit_.add(audited({}, "login-refused", is_account ? name : kUnknown, now_ms, "throttled"));
}

std::optional<Rejection> SignIn::change_password(const Caller& caller, std::string_view address,
                                                 std::string_view old_password,
                                                 std::string_view new_password,
                                                 std::string_view clinic) {
  auto recognized = recognize(caller.name, old_password, address);
  if (auto* refused = std::get_if<Rejection>(&recognized)) {
    // They are signed in: 401 would send them away.
    if (refused->type == kLoginFailed.type)
      return Rejection{403, "password-wrong", "The old password is wrong.", "Try again."};
    return *std::move(refused);
  }
  if (auto refused = refuse_password(new_password, caller.name, clinic)) return refused;
  const auto hash = passwords_.hash(new_password);
  if (!hash) return kTooBusyToHash;
  accounts_.set_password(caller.name, *hash, caller.session_id,
                         audited(caller, "password-changed", caller.name, clock_()));
  return std::nullopt;
}

}  // namespace bot
