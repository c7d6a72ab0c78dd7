#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "knowledge/yaml_reader.h"

namespace bot {

struct WebhookConfig {
  bool enabled = false;
  std::string url;                   ///< https, or http where private addresses are allowed
  std::vector<std::string> secrets;  ///< each signs, so that the receiver can change its own
  std::string ca_file;               ///< whose certificates are trusted; empty: the system's
  bool private_addresses = false;    ///< whether it may lead to this machine or a private network
};

struct EmailConfig {
  bool enabled = false;
  std::string server;  ///< smtps://host:port, or smtp://host:port, which must then offer TLS
  std::string user;    ///< empty: without a login
  std::string password;
  std::string from;
  std::vector<std::string> to;
  std::string ca_file;     ///< whose certificates are trusted; empty: the system's
  bool plaintext = false;  ///< for a server on this machine that has no TLS; then without a login
};

/// How the desk hears of what waits: `alerts` in bot.yaml.
struct AlertConfig {
  WebhookConfig webhook;
  EmailConfig email;
  int escalate_after_s = 300;  ///< an urgent callback that nobody acknowledged; and again after it
  int retry_first_s = 5;
  int retry_max_s = 900;
  int give_up_after_hours = 24;
  int timeout_s = 15;
  int keep_days = 30;      ///< an alert that was told or given up

  std::vector<std::string> ways() const;  ///< "webhook", "email": those that are enabled
};

/// Secrets are read from their files; one that is missing is a problem at its line.
AlertConfig read_alert_config(knowledge::YamlMap yaml, const std::filesystem::path& project);

}  // namespace bot
