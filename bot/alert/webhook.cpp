#include "bot/alert/webhook.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>
#include <sys/socket.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bot/alert/curl_handle.h"
#include "bot/alert/private_address.h"
#include "bot/service/utc_time.h"

namespace bot {
namespace {

constexpr std::string_view kSecretPrefix = "whsec_";
constexpr long kGone = 410;
constexpr std::int64_t kSecondMs = 1000;
constexpr int kRetryAfterMaxS = 24 * 60 * 60;

std::string key_of(const std::string& secret) {
  if (!secret.starts_with(kSecretPrefix)) return secret;
  const auto text = std::string_view(secret).substr(kSecretPrefix.size());
  std::string key(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), text.data(),
                        text.size(), nullptr, &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0)
    return secret;
  key.resize(size);
  return key;
}

std::string base64(const unsigned char* bytes, std::size_t size) {
  std::string text(sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();
  return text;
}

curl_socket_t open_public(void*, curlsocktype, curl_sockaddr* address) {
  if (is_private_address(address->addr)) return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Telling telling_of(CURL* curl) {
  long status = 0;
  curl_off_t wait_s = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &wait_s);
  if (status >= 200 && status < 300) return {Telling::Result::told, {}, 0};
  return {status == kGone ? Telling::Result::never : Telling::Result::later,
          "status " + std::to_string(status),
          static_cast<int>(std::clamp<curl_off_t>(wait_s, 0, kRetryAfterMaxS))};
}

}  // namespace

std::string webhook_signature(std::string_view id, std::string_view timestamp,
                              std::string_view payload, const std::vector<std::string>& secrets) {
  std::string content(id);
  content.append(".").append(timestamp).append(".").append(payload);
  std::string signatures;
  for (const auto& secret : secrets) {
    const auto key = key_of(secret);
    unsigned char mac[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(content.data()), content.size(), mac, &size);
    signatures.append(signatures.empty() ? "v1," : " v1,").append(base64(mac, size));
  }
  return signatures;
}

std::string webhook_payload(const Alert& alert) {
  return nlohmann::ordered_json{{"type", "callback." + alert.kind},
                                {"timestamp", rfc3339(alert.created_at_ms)},
                                {"data", {{"id", alert.about}}}}
      .dump();
}

Telling tell_webhook(const Alert& alert, const WebhookConfig& config, int timeout_s,
                     std::int64_t now_ms) {
  const auto handle = new_curl_handle(timeout_s, config.ca_file);
  CURL* curl = handle.get();
  const auto payload = webhook_payload(alert);
  const auto timestamp = std::to_string(now_ms / kSecondMs);
  const auto headers = curl_list(
      {"Content-Type: application/json", "webhook-id: " + alert.id,
       "webhook-timestamp: " + timestamp,
       "webhook-signature: " + webhook_signature(alert.id, timestamp, payload, config.secrets)});
  curl_easy_setopt(curl, CURLOPT_URL, config.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, config.private_addresses ? "http,https" : "https");
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(payload.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, payload.c_str());
  if (!config.private_addresses)
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &open_public);
  const auto code = curl_easy_perform(curl);
  if (code != CURLE_OK) return {Telling::Result::later, why(code), 0};
  return telling_of(curl);
}

}  // namespace bot
