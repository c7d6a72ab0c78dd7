#include "bot/config.h"

#include <date/tz.h>

#include <algorithm>
#include <string_view>

#include "bot/desk/read_rules.h"
#include "bot/secret_file.h"
#include "knowledge/yaml_reader.h"

namespace bot {
namespace {

namespace fs = std::filesystem;
using knowledge::YamlMap;

constexpr long kPortMax = 65535;
constexpr long kThreadsMax = 512;
constexpr long kBytesMax = 16 * 1024 * 1024;
constexpr long kSecondsMax = 600;
constexpr long kMessagesMax = 60000;

int number(YamlMap& yaml, std::string_view key, long minimum, long maximum) {
  return static_cast<int>(yaml.number(key, minimum, maximum));
}

std::string zone(YamlMap& yaml, std::string_view key) {
  const std::string name = yaml.text(key);
  try {
    if (!name.empty()) date::locate_zone(name);
  } catch (const std::exception&) {
    yaml.problem("'" + name + "' is no time zone: use a name like America/Los_Angeles", key);
  }
  return name;
}

bool is_url_without_path(std::string_view url) {
  const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  return scheme != 0 && url.size() > scheme &&
         url.find_first_of("/?# ", scheme) == std::string_view::npos;
}

std::string url_without_path(YamlMap& yaml, std::string_view key) {
  std::string url = yaml.text(key);
  if (!url.empty() && !is_url_without_path(url))
    yaml.problem("must be http:// or https://, a host and perhaps a port, and no path", key);
  return url;
}

std::vector<std::string> urls_without_path(YamlMap& yaml, std::string_view key) {
  auto urls = yaml.texts(key);
  for (const auto& url : urls)
    if (!is_url_without_path(url))
      yaml.problem("'" + url + "' must be http:// or https://, a host, perhaps a port, no path",
                   key);
  return urls;
}

std::string phone(YamlMap& yaml, std::string_view key) {
  std::string text = yaml.text(key);
  const auto digits = std::count_if(text.begin(), text.end(),
                                    [](char byte) { return byte >= '0' && byte <= '9'; });
  constexpr long kDigits = 10;
  if (!text.empty() && digits != kDigits)
    yaml.problem("must hold the ten digits of a US number, like 323-990-8178", key);
  return text;
}

ClinicConfig read_clinic(YamlMap yaml) {
  ClinicConfig read;
  read.name = yaml.text("name");
  read.short_name = yaml.text("short_name");
  read.phone = phone(yaml, "phone");
  read.zone = zone(yaml, "zone");
  read.page_url = yaml.text_or("page_url", "");
  yaml.finish();
  return read;
}

ServerConfig read_server(YamlMap yaml) {
  ServerConfig read;
  read.address = yaml.text("address");
  read.port = number(yaml, "port", 0, kPortMax);
  read.threads = number(yaml, "threads", 1, kThreadsMax);
  read.requests_waiting_max = number(yaml, "requests_waiting_max", 1, 1 << 16);
  read.read_timeout_s = number(yaml, "read_timeout_s", 1, kSecondsMax);
  read.write_timeout_s = number(yaml, "write_timeout_s", 1, kSecondsMax);
  read.public_url = url_without_path(yaml, "public_url");
  read.page_origins = urls_without_path(yaml, "page_origins");
  yaml.finish();
  return read;
}

LimitsConfig read_limits(YamlMap yaml) {
  LimitsConfig read;
  read.text_characters_max = number(yaml, "text_characters_max", 1, 10000);
  read.body_bytes_max = number(yaml, "body_bytes_max", 1024, kBytesMax);
  read.message_id_bytes_max = number(yaml, "message_id_bytes_max", 34, 1024);
  read.page_bytes_max = number(yaml, "page_bytes_max", 1, 8192);
  const auto messages = [&](std::string_view key) { return number(yaml, key, 1, kMessagesMax); };
  read.conversation_messages_burst = messages("conversation_messages_burst");
  read.conversation_messages_per_minute = messages("conversation_messages_per_minute");
  read.address_messages_burst = messages("address_messages_burst");
  read.address_messages_per_minute = messages("address_messages_per_minute");
  yaml.finish();
  return read;
}

StorageConfig read_storage(YamlMap yaml, const fs::path& project, fs::path& content_folder) {
  StorageConfig read;
  const auto path = [&](std::string_view key) {
    return (project / yaml.text(key)).lexically_normal();
  };
  read.database = path("database");
  read.key_file = path("key_file");
  read.desk_token_file = path("desk_token_file");
  read.model_cache = path("model_cache");
  read.encoder_file = path("encoder_file");
  content_folder = path("content_folder");
  read.busy_timeout_ms = number(yaml, "busy_timeout_ms", 0, 60000);
  read.queue_turns_max = number(yaml, "queue_turns_max", 1, 1 << 20);
  read.group_commit_turns_max = number(yaml, "group_commit_turns_max", 1, 1 << 16);
  if (read.key_file.parent_path() == read.database.parent_path())
    yaml.problem("must not lie in the database's folder: who copies one has the other", "key_file");
  yaml.finish();
  return read;
}

TwilioConfig read_twilio(YamlMap yaml, const fs::path& project) {
  TwilioConfig read;
  read.enabled = yaml.flag_or("enabled", false);
  read.auth_token_file = (project / yaml.text("auth_token_file")).lexically_normal();
  if (read.enabled) {
    try {
      read_secret(read.auth_token_file);
    } catch (const std::exception& failure) {
      yaml.problem(failure.what(), "auth_token_file");
    }
  }
  yaml.finish();
  return read;
}

DeskConfig read_desk(YamlMap yaml, const std::string& clinic_zone) {
  DeskConfig read;
  read.lease_minutes = number(yaml, "lease_minutes", 1, 24 * 60);
  read.page_callbacks_max = number(yaml, "page_callbacks_max", 1, 1000);
  if (yaml.has("export_lines_max"))
    read.export_lines_max = number(yaml, "export_lines_max", 1, 1'000'000);
  read.rules = read_rules(yaml, clinic_zone);
  yaml.finish();
  return read;
}

knowledge::Languages read_languages(YamlMap& yaml) {
  const auto read = yaml.texts("languages");
  const bool are_codes = std::all_of(read.begin(), read.end(), [](const std::string& code) {
    return code.size() == 2 && std::all_of(code.begin(), code.end(), [](char letter) {
             return letter >= 'a' && letter <= 'z';
           });
  });
  if (read.empty() || !are_codes)
    yaml.problem("must list at least one language as two lower-case letters, like [en, es]",
                 "languages");
  return read;
}

}  // namespace

Config Config::load(const fs::path& file, knowledge::Problems& problems) {
  Config config;
  const auto folder = fs::absolute(file).parent_path();
  const auto project = folder.filename() == "config" ? folder.parent_path() : folder;
  YamlMap yaml = YamlMap::read_file(fs::absolute(file), project, problems);
  config.clinic = read_clinic(yaml.map("clinic"));
  config.languages = read_languages(yaml);
  config.server = read_server(yaml.map("server"));
  config.limits = read_limits(yaml.map("limits"));
  config.storage = read_storage(yaml.map("storage"), project, config.content_folder);
  YamlMap sms = yaml.map("sms");
  config.twilio = read_twilio(sms.map("twilio"), project);
  sms.finish();
  config.desk = read_desk(yaml.map("desk"), config.clinic.zone);
  config.accounts = read_account_config(yaml.map("accounts"));
  config.alerts = read_alert_config(yaml.map("alerts"), project);
  yaml.finish();
  return config;
}

}  // namespace bot
