#include "bot/alert/alert_config.h"

#include <fstream>

#include "bot/secret_file.h"

namespace bot {
namespace {

using knowledge::YamlMap;

constexpr long kDayS = 24 * 60 * 60;

std::string secret(YamlMap& yaml, std::string_view key, const std::filesystem::path& file) {
  try {
    return read_secret(file);
  } catch (const std::exception& failure) {
    yaml.problem(failure.what(), key);
    return {};
  }
}

/// Certificates to trust instead of the system's; "" where none are named.
std::string ca_file(YamlMap& yaml, const std::filesystem::path& project, bool is_used) {
  const auto named = yaml.text_or("ca_file", "");
  if (named.empty()) return {};
  const auto file = project / named;
  if (is_used && !std::ifstream(file))
    yaml.problem("cannot read the certificates in " + file.string(), "ca_file");
  return file.string();
}

bool is_mailbox(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" \t\r\n<>,;\"") == std::string_view::npos;
}

WebhookConfig read_webhook(YamlMap yaml, const std::filesystem::path& project) {
  WebhookConfig read;
  read.enabled = yaml.flag_or("enabled", false);
  read.url = yaml.text("url");
  read.private_addresses = yaml.flag_or("private_addresses", false);
  const auto files = yaml.texts("secret_files");
  read.ca_file = ca_file(yaml, project, read.enabled);
  if (read.enabled) {
    for (const auto& file : files)
      read.secrets.push_back(secret(yaml, "secret_files", project / file));
    if (files.empty()) yaml.problem("must name at least one file", "secret_files");
    const bool is_good = read.url.starts_with("https://") ||
                         (read.private_addresses && read.url.starts_with("http://"));
    if (!is_good || read.url.find('@') != std::string::npos)
      yaml.problem("must begin with https:// and hold no password", "url");
  }
  yaml.finish();
  return read;
}

EmailConfig read_email(YamlMap yaml, const std::filesystem::path& project) {
  EmailConfig read;
  read.enabled = yaml.flag_or("enabled", false);
  read.server = yaml.text("server");
  read.user = yaml.text_or("user", "");
  const auto password_file = yaml.text_or("password_file", "");
  read.from = yaml.text("from");
  read.to = yaml.texts("to");
  read.plaintext = yaml.flag_or("plaintext", false);
  read.ca_file = ca_file(yaml, project, read.enabled);
  if (read.enabled) {
    if (!read.server.starts_with("smtps://") && !read.server.starts_with("smtp://"))
      yaml.problem("must begin with smtps:// or smtp://", "server");
    if (read.user.empty() != password_file.empty())
      yaml.problem("'user' and 'password_file' go together: give both, or neither", "user");
    if (read.plaintext && !read.user.empty())
      yaml.problem("a password needs TLS: leave out 'plaintext', or 'user'", "plaintext");
    if (!password_file.empty())
      read.password = secret(yaml, "password_file", project / password_file);
    if (!is_mailbox(read.from)) yaml.problem("must be one address", "from");
    if (read.to.empty()) yaml.problem("must name at least one address", "to");
    for (const auto& to : read.to)
      if (!is_mailbox(to)) yaml.problem("'" + to + "' is no address", "to");
  }
  yaml.finish();
  return read;
}

}  // namespace

std::vector<std::string> AlertConfig::ways() const {
  std::vector<std::string> ways;
  if (webhook.enabled) ways.emplace_back("webhook");
  if (email.enabled) ways.emplace_back("email");
  return ways;
}

AlertConfig read_alert_config(YamlMap yaml, const std::filesystem::path& project) {
  AlertConfig read;
  read.webhook = read_webhook(yaml.map("webhook"), project);
  read.email = read_email(yaml.map("email"), project);
  const auto number = [&](std::string_view key, long maximum) {
    return static_cast<int>(yaml.number(key, 1, maximum));
  };
  read.escalate_after_s = number("escalate_after_s", kDayS);
  read.retry_first_s = number("retry_first_s", kDayS);
  read.retry_max_s = number("retry_max_s", kDayS);
  read.give_up_after_hours = number("give_up_after_hours", 30 * 24);
  read.timeout_s = number("timeout_s", 60);
  read.keep_days = number("keep_days", 3650);
  yaml.finish();
  return read;
}

}  // namespace bot
