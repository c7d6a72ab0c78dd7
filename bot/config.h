#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bot/account/account_config.h"
#include "bot/alert/alert_config.h"
#include "bot/desk/desk_rules.h"
#include "knowledge/language.h"
#include "knowledge/problem.h"

namespace bot {

struct ClinicConfig {
  std::string name;        ///< "Invigorate Behavioral Counseling Center"
  std::string short_name;  ///< as texts by SMS name it; must not tell what the clinic treats
  std::string phone;       ///< as people read it, "323-990-8178"
  std::string zone;        ///< IANA, "America/Los_Angeles"
  std::string page_url;  ///< where the reviewed page stands; may be empty
};

struct ServerConfig {
  std::string address;  ///< loopback unless a proxy is elsewhere
  int port = 8080;
  int threads = 16;
  int requests_waiting_max = 256;  ///< more are shed with 503
  int read_timeout_s = 5;
  int write_timeout_s = 5;
  std::vector<std::string> page_origins;  ///< websites whose pages may use the web chat
  std::string public_url;  ///< scheme, host, optional port as the world sees them; signs Twilio's
};

struct LimitsConfig {
  int text_characters_max = 2000;  ///< Unicode code points of one visitor message
  int body_bytes_max = 65536;
  int message_id_bytes_max = 128;
  int page_bytes_max = 512;
  // How often messages may come: so many at once, then so many a minute.
  int conversation_messages_burst = 120;
  int conversation_messages_per_minute = 60;
  int address_messages_burst = 300;
  int address_messages_per_minute = 120;
};

struct StorageConfig {
  std::filesystem::path database;
  std::filesystem::path key_file;         ///< sealing key; must not stand beside the database
  std::filesystem::path desk_token_file;  ///< bearer token of /api
  std::filesystem::path model_cache;
  std::filesystem::path encoder_file;  ///< of the sentence encoder; the service does without
  int busy_timeout_ms = 2000;
  int queue_turns_max = 1024;
  int group_commit_turns_max = 256;
};

struct TwilioConfig {
  bool enabled = false;
  std::filesystem::path auth_token_file;
};

struct DeskConfig {
  int lease_minutes = 15;
  int page_callbacks_max = 100;
  int export_lines_max = 50'000;  ///< a bot.yaml of an earlier release does not say it
  DeskRules rules;
};

/// config/bot.yaml, checked. Immutable. Relative paths are taken from the project's folder.
struct Config {
  ClinicConfig clinic;
  knowledge::Languages languages;
  ServerConfig server;
  LimitsConfig limits;
  StorageConfig storage;
  TwilioConfig twilio;
  DeskConfig desk;
  AccountConfig accounts;
  AlertConfig alerts;
  std::filesystem::path content_folder;  ///< holds knowledge/ and dialogs/

  /// Unknown keys, bad values and missing secrets are problems with file and line.
  static Config load(const std::filesystem::path& file, knowledge::Problems& problems);
};

}  // namespace bot
