#include "bot/account/account_config.h"

#include "bot/account/passwords.h"

namespace bot {
namespace {

constexpr long kAttemptsMax = 10'000;

Rate read_rate(knowledge::YamlMap yaml) {
  Rate rate;
  rate.burst = static_cast<int>(yaml.number("burst", 1, kAttemptsMax));
  rate.per_minute = static_cast<int>(yaml.number("per_minute", 1, kAttemptsMax));
  yaml.finish();
  return rate;
}

}  // namespace

AccountConfig read_account_config(knowledge::YamlMap yaml) {
  AccountConfig read;
  read.session_idle_minutes = static_cast<int>(yaml.number("session_idle_minutes", 1, 24 * 60));
  read.session_hours_max = static_cast<int>(yaml.number("session_hours_max", 1, 30 * 24));
  read.hashes_at_once = static_cast<int>(yaml.number("hashes_at_once", 1, Passwords::kAtOnceMax));
  read.attempts = read_rate(yaml.map("attempts"));
  read.address_attempts = read_rate(yaml.map("address_attempts"));
  read.stranger_attempts = read_rate(yaml.map("stranger_attempts"));
  yaml.finish();
  return read;
}

}  // namespace bot
