#include "bot/channel/twilio_signature.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <map>
#include <set>

#include "bot/same_secret.h"

namespace bot {
namespace {

/// A URL cut so that its port can be put in and taken out.
struct SplitUrl {
  std::string origin;  ///< "https://host"
  std::string port;    ///< ":443" or empty
  std::string path;    ///< the rest before the query
  std::string query;   ///< without its '?'
};

SplitUrl split(const std::string& url) {
  const auto host = url.find("://") == std::string::npos ? 0 : url.find("://") + 3;
  const auto host_end = std::min(url.find_first_of("/?", host), url.size());
  const auto bracket = url.find(']', host);  // of an IPv6 address
  const auto port = url.find(':', bracket < host_end ? bracket : host);
  const auto origin_end = port < host_end ? port : host_end;
  const auto query = std::min(url.find('?', host_end), url.size());
  return {url.substr(0, origin_end), url.substr(origin_end, host_end - origin_end),
          url.substr(host_end, query - host_end),
          query < url.size() ? url.substr(query + 1) : std::string()};
}

/// As JavaScript's querystring.escape().
std::string escaped(std::string_view text) {
  constexpr std::string_view kPlain = "-_.!~*'()";
  constexpr const char* kHex = "0123456789ABCDEF";
  std::string result;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    const bool alphanumeric = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= '0' && byte <= '9');
    if (alphanumeric || kPlain.find(byte) != std::string_view::npos) result += byte;
    else (result += '%').append({kHex[value / 16], kHex[value % 16]});
  }
  return result;
}

/// The query read and written again, names in the order they first came.
std::string rewritten(const std::string& query) {
  const FormFields fields = parse_form(query);
  std::set<std::string> done;
  std::string result;
  for (const auto& [name, first] : fields) {
    if (!done.insert(name).second) continue;
    for (const auto& [key, value] : fields)
      if (key == name) result += (result.empty() ? "" : "&") + escaped(name) + "=" + escaped(value);
  }
  return result;
}

std::string joined(const SplitUrl& url, const std::string& port, const std::string& query) {
  return url.origin + port + url.path + (query.empty() ? "" : "?" + query);
}

}  // namespace

std::string twilio_signature(std::string_view auth_token, std::string_view url,
                             const FormFields& fields) {
  std::map<std::string, std::set<std::string>> sorted;
  for (const auto& [name, value] : fields) sorted[name].insert(value);
  std::string signed_text(url);
  for (const auto& [name, values] : sorted)
    for (const auto& value : values) signed_text.append(name).append(value);
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int mac_bytes = 0;
  HMAC(EVP_sha1(), auth_token.data(), static_cast<int>(auth_token.size()),
       reinterpret_cast<const unsigned char*>(signed_text.data()), signed_text.size(), mac,
       &mac_bytes);
  unsigned char base64[2 * EVP_MAX_MD_SIZE];
  const int length = EVP_EncodeBlock(base64, mac, static_cast<int>(mac_bytes));
  return {reinterpret_cast<const char*>(base64), static_cast<std::size_t>(length)};
}

bool is_signed_by_twilio(std::string_view signature, std::string_view auth_token,
                         const std::string& url, const FormFields& fields) {
  const SplitUrl parts = split(url);
  const std::string default_port = url.starts_with("http://") ? ":80" : ":443";
  const std::string with_port = parts.port.empty() ? default_port : parts.port;
  bool found = false;
  for (const auto& port : {std::string(), with_port})
    for (const auto& query : {parts.query, rewritten(parts.query)}) {
      const auto expected = twilio_signature(auth_token, joined(parts, port, query), fields);
      found |= is_same_secret(signature, expected);
    }
  return found;
}

}  // namespace bot
