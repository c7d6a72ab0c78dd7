#include "bot/config.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/bot/temporary_folder.h"

namespace fs = std::filesystem;
using tests::TemporaryFolder;

namespace {

const std::string& shipped() {
  static const std::string text = tests::bytes_of(PROJECT_FOLDER "/config/bot.yaml");
  return text;
}

std::string with(const std::string& line, const std::string& instead) {
  std::string text = shipped();
  const auto at = text.find(line);
  REQUIRE_MESSAGE(at != std::string::npos, "bot.yaml has no '", line, "'");
  return text.replace(at, line.size(), instead);
}

/// The problems of a bot.yaml with this text, one a line.
std::string problems_of(const TemporaryFolder& project, const std::string& text) {
  fs::create_directories(project / "config");
  std::ofstream(project / "config/bot.yaml", std::ios::binary) << text;
  knowledge::Problems problems;
  bot::Config::load(project / "config/bot.yaml", problems);
  std::string lines;
  for (const auto& problem : problems) lines += to_string(problem) + "\n";
  return lines;
}

std::string line_number(const std::string& text, const std::string& part) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n'));
}

struct Mistake {
  std::string line;     ///< as shipped
  std::string instead;  ///< the mistake; the problem stands in its line
  std::string message;  ///< the problem, from its beginning
};

}  // namespace

TEST_CASE("config: the file that we ship has no problem, and its paths lie in the project") {
  const TemporaryFolder project;
  CHECK(problems_of(project, shipped()) == "");
  knowledge::Problems problems;
  const auto config = bot::Config::load(project / "config/bot.yaml", problems);
  CHECK(config.clinic.phone == "323-990-8178");
  CHECK(config.limits.text_characters_max == 2000);
  CHECK(config.storage.database == project / "var/data/admissions.sqlite");
  CHECK(config.storage.key_file == project / "var/secrets/sealing.key");
}

TEST_CASE("config: each mistake is a problem with its file, its line and what to do") {
  const std::vector<Mistake> mistakes = {
      {"  port: 8080", "  prot: 8080", "unknown key 'server.prot': remove it or use one of: "},
      {"  port: 8080", "  port: 8080\n  colour: blue", "unknown key 'server.colour': remove it"},
      {"  port: 8080", "  port: eighty", "'server.port' must be a whole number from 0 to 65535"},
      {"  port: 8080", "  port: 65536", "'server.port' must be a whole number from 0 to 65535"},
      {"  port: 8080", "  port: -1", "'server.port' must be a whole number"},
      {"  port: 8080", "  port: 80.5", "'server.port' must be a whole number"},
      {"  port: 8080", "  port: [8080]", "'server.port' must be a whole number"},
      {"  port: 8080", "  port: 8080\n  port: 8081", "key 'server.port' stands twice"},
      {"  threads: 16", "  threads: 0", "'server.threads' must be a whole number from 1"},
      {"  text_characters_max: 2000", "  text_characters_max: 2_000",
       "'limits.text_characters_max' must be a whole number"},
      {"  name: Invigorate Behavioral Counseling Center", "  name: \"  \"",
       "'clinic.name' is blank: write a text"},
      {"  phone: 323-990-8178", "  phone: 990-8178", "must hold the ten digits of a US number"},
      {"  zone: America/Los_Angeles", "  zone: America/Los_Angles",
       "'America/Los_Angles' is no time zone: use a name like America/Los_Angeles"},
      {"    mon: 08:00-21:00", "    mon: 21:00-08:00",
       "'21:00-08:00' are no hours: write them like 08:00-21:00"},
      {"    mon: 08:00-21:00", "    monday: 08:00-21:00", "unknown key 'desk.hours.monday'"},
      {"  holidays: []", "  holidays: [2026-02-30]", "'2026-02-30' is no date like 2026-12-25"},
      {"    max: 6", "    max: 0", "'desk.attempts.max' must be a whole number from 1"},
      {"    busy_minutes: [5, 15, 60, 240]", "    busy_minutes: [5, soon]",
       "'soon' is no number of minutes from 1 to 43200"},
      {"    busy_minutes: [5, 15, 60, 240]", "    busy_minutes: []",
       "must list at least one wait"},
      {"  promise_minutes: 60", "  promise_minutes: an hour",
       "'desk.promise_minutes' must be a whole number"},
      {"  zone: America/Los_Angeles", "  zone: ../../etc/passwd", "'../../etc/passwd' is no time"},
      {"  public_url: http://127.0.0.1:8080", "  public_url: 127.0.0.1:8080",
       "must be http:// or https://"},
      {"  public_url: http://127.0.0.1:8080", "  public_url: https://a.example/b",
       "must be http:// or https://"},
      {"  public_url: http://127.0.0.1:8080", "  public_url: https://",
       "must be http:// or https://"},
      {"languages: [en, es]", "languages: [english]", "must list at least one language"},
      {"languages: [en, es]", "languages: []", "must list at least one language"},
      {"languages: [en, es]", "languages: en", "'languages' must be a list, not"},
      {"    enabled: false", "    enabled: perhaps",
       "'sms.twilio.enabled' must be true or false, not 'perhaps'"},
      {"  key_file: var/secrets/sealing.key", "  key_file: var/data/sealing.key",
       "must not lie in the database's folder"},
      {"  key_file: var/secrets/sealing.key", "  key_file: var/elsewhere/../data/sealing.key",
       "must not lie in the database's folder"},
      {"  lease_minutes: 15", "  lease_minutes: forever", "'desk.lease_minutes' must be a whole"},
      {"desk:\n", "desk: none\nsketch:\n", "'desk' must be a mapping"},
      {"  keep_days: 30", "  keep_days: 0", "'alerts.keep_days' must be a whole number from 1"},
      {"  escalate_after_s: 300", "  escalate_after_s: soon", "'alerts.escalate_after_s' must be"},
      {"  escalate_after_s: 300", "  escalate_afer_s: 300", "unknown key 'alerts.escalate_afer_s'"},
      {"    private_addresses: false", "    private_addresses: maybe",
       "'alerts.webhook.private_addresses' must be true or false"},
  };
  for (const auto& [line, instead, message] : mistakes) {
    CAPTURE(instead);
    const TemporaryFolder project;
    const std::string text = with(line, instead);
    const auto added = instead.rfind('\n') == std::string::npos || instead.ends_with("\n")
                           ? instead
                           : instead.substr(instead.rfind('\n') + 1);
    const std::string found = problems_of(project, text);
    const std::string problem = "config/bot.yaml:" + line_number(text, added) + ": " + message;
    CHECK_MESSAGE(found.find(problem) != std::string::npos, found);
  }
}

TEST_CASE("config: every required key is missed by its name") {
  for (const char* line :
       {"  name: Invigorate Behavioral Counseling Center", "  short_name: Invigorate",
        "  phone: 323-990-8178", "  address: 127.0.0.1", "  port: 8080", "  threads: 16",
        "  body_bytes_max: 65536", "  message_id_bytes_max: 128",
        "  database: var/data/admissions.sqlite", "  content_folder: .",
        "    auth_token_file: var/secrets/twilio.token", "  lease_minutes: 15"}) {
    CAPTURE(line);
    const TemporaryFolder project;
    std::string key = line;
    key = key.substr(key.find_first_not_of(' '));
    key = key.substr(0, key.find(':'));
    const std::string found = problems_of(project, with(line, "  # nothing"));
    CHECK_MESSAGE(found.find("." + key + "': add it") != std::string::npos, found);
    CHECK_MESSAGE(std::count(found.begin(), found.end(), '\n') == 1, found);
  }
}

TEST_CASE("config: a missing, open or empty secret stops the start, in the line that names it") {
  const TemporaryFolder project;
  const std::string text = with("    enabled: false", "    enabled: true");
  const std::string place = "config/bot.yaml:" + line_number(text, "    auth_token_file:") + ": ";
  const auto secret = project / "var/secrets/twilio.token";
  const auto stands = [&](const std::string& message) {
    const std::string found = problems_of(project, text);
    CHECK_MESSAGE(found.starts_with(place), found);
    CHECK_MESSAGE(found.find(message) != std::string::npos, found);
    CHECK_MESSAGE(std::count(found.begin(), found.end(), '\n') == 1, found);
  };
  stands("cannot read the secret file");
  fs::create_directories(secret.parent_path());
  std::ofstream(secret) << "sesame";
  fs::permissions(secret, fs::perms::owner_read | fs::perms::others_read);
  stands("chmod 600");
  fs::permissions(secret, fs::perms::owner_read | fs::perms::owner_write);
  std::ofstream(secret) << "\n";
  stands("is empty");
  std::ofstream(secret) << "sesame\n";
  CHECK(problems_of(project, text) == "");
}

TEST_CASE("config: an alert that could not be told is refused before the first is, in its line") {
  const std::string url = "https://crm.clinic.example/hooks/admissions";
  const std::string webhook = "    enabled: false\n    url: " + url;
  const std::string on = "    enabled: true\n    url: ";
  const std::string email = "    enabled: false\n    server: smtps://mail.clinic.example:465";
  const std::string mails = "    enabled: true\n    server: ";
  const std::string server = "smtps://mail.clinic.example:465";
  const std::string from = email + "\n    from: admissions-bot@clinic.example";
  const std::string to = from + "\n    to: [desk@clinic.example]";
  const std::vector<Mistake> mistakes = {
      {webhook, on + "http://crm.clinic.example/", "must begin with https://"},
      {webhook, on + "ftp://crm.clinic.example/", "must begin with https://"},
      {webhook, on + "https://desk:secret@crm.clinic.example/", "hold no password"},
      {webhook + "\n    # One secret a file (chmod 600), plain or whsec_...; two while the "
                 "receiver changes its own.\n    secret_files: [var/secrets/webhook.secret]",
       on + url + "\n    secret_files: []", "must name at least one file"},
      {webhook, "    ca_file: nowhere.pem\n" + on + url, "cannot read the secret file"},
      {email, mails + "mail.clinic.example", "must begin with smtps:// or smtp://"},
      {from, mails + server + "\n    from: Admissions <bot@clinic.example>", "must be one address"},
      {from, mails + server + "\n    from: \"bot@clinic.example\\r\\nBcc: all@clinic.example\"",
       "must be one address"},
      {to, mails + server + "\n    from: bot@clinic.example\n    to: []", "at least one address"},
      {to, mails + server + "\n    from: bot@clinic.example\n    to: [desk]",
       "'desk' is no address"},
      {email, mails + server + "\n    ca_file: nowhere.pem", "cannot read the certificates in "},
      {email, mails + server + "\n    user: bot", "'user' and 'password_file' go together"},
      {email, mails + server + "\n    user: bot\n    password_file: nowhere.password",
       "cannot read the secret file"},
      {email, mails + server + "\n    password_file: nowhere\n    user: bot\n    plaintext: true",
       "a password needs TLS"},
  };
  for (const auto& [lines, instead, message] : mistakes) {
    CAPTURE(instead);
    const TemporaryFolder project;
    const std::string text = with(lines, instead);
    const std::string found = problems_of(project, text);
    const auto at = found.find(message);
    REQUIRE_MESSAGE(at != std::string::npos, found);
    const auto line = found.substr(0, at).rfind('\n') == std::string::npos
                          ? found.substr(0, at)
                          : found.substr(found.substr(0, at).rfind('\n') + 1, at);
    CHECK_MESSAGE(line.starts_with("config/bot.yaml:"), found);
    const auto begin = std::stoi(line_number(text, instead));
    const auto end = begin + std::count(instead.begin(), instead.end(), '\n') + 3;
    const auto number = std::stoi(line.substr(std::string("config/bot.yaml:").size()));
    CHECK_MESSAGE((number >= begin && number <= end), found);
  }
}

TEST_CASE("config: all mistakes at once, not the first") {
  const TemporaryFolder project;
  std::string text = with("  port: 8080", "  port: x");
  const std::string lease = "  lease_minutes: 15";
  text.replace(text.find(lease), lease.size(), "  lease_minutes: 0\n  colour: blue");
  const std::string found = problems_of(project, text);
  CHECK_MESSAGE(std::count(found.begin(), found.end(), '\n') == 3, found);
}

TEST_CASE("config: no file, no YAML, nothing in it") {
  const TemporaryFolder project;
  knowledge::Problems problems;
  bot::Config::load(project / "config/bot.yaml", problems);
  CHECK(problems.size() == 1);
  for (const char* text : {"", "# only a comment\n", "clinic: [", "just a text", "- a\n- list\n",
                           "clinic: \"\xff\"\n"}) {
    CAPTURE(text);
    CHECK(problems_of(project, text) != "");
  }
}
