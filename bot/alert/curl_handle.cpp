#include "bot/alert/curl_handle.h"

#include <stdexcept>

namespace bot {
namespace {

constexpr long kConnectS = 5;

std::size_t forget(char*, std::size_t size, std::size_t count, void*) { return size * count; }

void begin_curl() {
  static const bool is_begun = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  if (!is_begun) throw std::runtime_error("libcurl does not start here");
}

}  // namespace

CurlHandle new_curl_handle(int timeout_s, const std::string& ca_file) {
  begin_curl();
  CurlHandle handle(curl_easy_init(), curl_easy_cleanup);
  if (!handle) throw std::runtime_error("libcurl has no handle");
  CURL* curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(timeout_s));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kConnectS);
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &forget);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, ca_file.c_str());
  return handle;
}

CurlList curl_list(const std::vector<std::string>& lines) {
  curl_slist* list = nullptr;
  for (const auto& line : lines) list = curl_slist_append(list, line.c_str());
  return {list, curl_slist_free_all};
}

std::string why(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return "unknown host";
    case CURLE_COULDNT_CONNECT: return "no connection";
    case CURLE_OPERATION_TIMEDOUT: return "too slow";
    case CURLE_LOGIN_DENIED: return "login refused";
    case CURLE_PEER_FAILED_VERIFICATION: return "certificate refused";
    case CURLE_USE_SSL_FAILED: return "no TLS";
    default: return "curl " + std::to_string(static_cast<int>(code));
  }
}

}  // namespace bot
