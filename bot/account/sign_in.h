#pragma once

#include <string>
#include <variant>

#include "bot/account/login_throttle.h"
#include "bot/account/passwords.h"
#include "bot/assistant.h"
#include "bot/store/accounts.h"
#include "bot/store/desk_sessions.h"

namespace bot {

struct Credentials {
  std::string name;
  std::string password;
  std::string code;  ///< of the authenticator app, or a recovery code; empty where none came
};

/// How a person becomes a session. An account that is unknown, disabled or guessed wrong is
/// answered alike, in the same time. Every outcome stands in the audit; of attempts that were too
/// many only so many that no flood of them fills the disk. Thread-safe.
class SignIn {
 public:
  /// All references outlive it.
  SignIn(Accounts& accounts, DeskSessions& sessions, AuditLog& audit, Passwords& passwords,
         const AccountConfig& config, Clock clock);

  /// Always a session with a new token; that of `replaced_token` ends.
  std::variant<DeskSessions::Begun, Rejection> begin(const Credentials& credentials,
                                                     std::string_view address,
                                                     std::string_view replaced_token);

  /// Their own password, by somebody who is signed in and knows the old one. Their other sessions
  /// end. Nothing where it is done.
  std::optional<Rejection> change_password(const Caller& caller, std::string_view address,
                                           std::string_view old_password,
                                           std::string_view new_password, std::string_view clinic);

 private:
  /// The account whose password this is.
  std::variant<Account, Rejection> recognize(const std::string& name, std::string_view password,
                                             std::string_view address);
  /// How the code was good; empty where it was not, or was used before.
  std::string second_factor(const Account& account, const std::string& code);
  Rejection failed(const std::string& account, std::string detail);
  /// Once a minute for an address, sixty times a minute in all.
  void note_refused(const std::string& name, std::string_view address);

  Accounts& accounts_;
  DeskSessions& sessions_;
  AuditLog& audit_;
  Passwords& passwords_;
  LoginThrottle throttle_;
  TokenBuckets refused_by_address_;
  TokenBuckets refused_in_all_;
  TokenBuckets unknown_in_all_;
  const Clock clock_;
};

extern const Rejection kTooBusyToHash;

}  // namespace bot
