#pragma once

#include <curl/curl.h>

#include <memory>
#include <string>
#include <vector>

namespace bot {

using CurlHandle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using CurlList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// A handle with what all of ours share: deadlines, TLS 1.2 or later, no signals, no proxy, no
/// redirects, and answers that are not kept. `ca_file` stands in for the system's certificates
/// unless it is empty. Throws std::runtime_error where there is none.
CurlHandle new_curl_handle(int timeout_s, const std::string& ca_file);

CurlList curl_list(const std::vector<std::string>& lines);

/// Why libcurl could not do it, in words of ours.
std::string why(CURLcode code);

}  // namespace bot
