#include "bot/service/desk_access.h"

#include "bot/random_token.h"
#include "bot/secret_file.h"
#include "bot/service/account_routes.h"
#include "bot/service/audit_routes.h"
#include "bot/service/session_routes.h"
#include "bot/service/token_routes.h"

namespace bot {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr std::size_t kOperatorTokenBytes = 32;

SessionLimits session_limits(const AccountConfig& config) {
  return {config.session_idle_minutes * kMinuteMs, config.session_hours_max * kHourMs};
}

}  // namespace

DeskAccess::DeskAccess(const Config& config, Database& database, Clock clock)
    : clinic_(config.clinic.short_name),
      clock_(clock),
      operator_token_(random_token(kOperatorTokenBytes)),
      audit_(database),
      accounts_(database),
      sessions_(database, session_limits(config.accounts)),
      tokens_(database),
      passwords_(config.accounts.hashes_at_once),
      sign_in_(accounts_, sessions_, audit_, passwords_, config.accounts, clock),
      gate_({read_or_make_secret(config.storage.desk_token_file), operator_token_}, sessions_,
            tokens_, audit_, clock) {}

void DeskAccess::add_routes(Router& router) {
  add_session_routes(router, sign_in_, sessions_, clock_, clinic_);
  add_account_routes(router, accounts_, sessions_, passwords_, clock_, clinic_);
  add_token_routes(router, tokens_, clock_);
  add_audit_routes(router, audit_, clock_);
}

}  // namespace bot
