#include "bot/alert/email.h"

#include <date/date.h>

#include <algorithm>
#include <chrono>
#include <cstring>

#include "bot/alert/curl_handle.h"

namespace bot {
namespace {

constexpr long kPermanentFailure = 550;

const char* subject_of(std::string_view kind) {
  if (kind == "urgent") return "Admissions desk: a callback needs somebody now";
  if (kind == "urgent_waiting") return "Admissions desk: nobody has taken an urgent callback yet";
  return "Admissions desk: a new callback is waiting";
}

std::string date_line(std::int64_t now_ms) {
  const date::sys_time<std::chrono::milliseconds> now{std::chrono::milliseconds(now_ms)};
  return date::format("%a, %d %b %Y %H:%M:%S +0000",
                      std::chrono::floor<std::chrono::seconds>(now));
}

struct Upload {
  std::string_view left;
};

std::size_t read_upload(char* into, std::size_t size, std::size_t count, void* upload) {
  auto& left = static_cast<Upload*>(upload)->left;
  const auto taken = std::min(left.size(), size * count);
  std::memcpy(into, left.data(), taken);
  left.remove_prefix(taken);
  return taken;
}

}  // namespace

std::string email_message(const Alert& alert, const EmailConfig& config, std::int64_t now_ms) {
  std::string to;
  for (const auto& address : config.to) to += (to.empty() ? "" : ", ") + address;
  const auto domain = config.from.substr(config.from.find('@') + 1);
  return "Date: " + date_line(now_ms) + "\r\nFrom: " + config.from + "\r\nTo: " + to +
         "\r\nSubject: " + subject_of(alert.kind) + "\r\nMessage-ID: <" + alert.id + "@" + domain +
         ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
         "Content-Type: text/plain; charset=us-ascii\r\n\r\n"
         "Please open the desk's console. Nothing more stands here on purpose.\r\n\r\n"
         "Reference: " + alert.about + "\r\n";
}

Telling tell_email(const Alert& alert, const EmailConfig& config, int timeout_s,
                   std::int64_t now_ms) {
  const auto handle = new_curl_handle(timeout_s, config.ca_file);
  CURL* curl = handle.get();
  const auto message = email_message(alert, config, now_ms);
  Upload upload{message};
  const auto recipients = curl_list(config.to);
  curl_easy_setopt(curl, CURLOPT_URL, config.server.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_USE_SSL,
                   static_cast<long>(config.plaintext ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  if (!config.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, config.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, config.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, config.from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, &read_upload);
  curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  const auto code = curl_easy_perform(curl);
  if (code == CURLE_OK) return {Telling::Result::told, {}, 0};
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (status >= kPermanentFailure)
    return {Telling::Result::later, "status " + std::to_string(status), 0};
  return {Telling::Result::later, why(code), 0};
}

}  // namespace bot
