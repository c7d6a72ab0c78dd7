#pragma once

#include "bot/service/token_buckets.h"
#include "knowledge/yaml_reader.h"

namespace bot {

/// How people sign in to the desk: `accounts` in bot.yaml.
struct AccountConfig {
  int session_idle_minutes = 30;
  int session_hours_max = 12;
  int hashes_at_once = 2;      ///< 19 MiB and tens of milliseconds each
  Rate attempts{10, 1};           ///< to sign in to one account from one address
  Rate address_attempts{40, 20};  ///< from one address, to any account; a clinic shares one
  Rate stranger_attempts{30, 1};  ///< to one account from all addresses it was never used from
};

AccountConfig read_account_config(knowledge::YamlMap yaml);

}  // namespace bot
