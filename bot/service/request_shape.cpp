#include "bot/service/request_shape.h"

#include <algorithm>
#include <string>

namespace bot {
namespace {

constexpr std::size_t kLengthDigitsMax = 9;

bool takes_body(const std::string& method) {
  return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

}  // namespace

bool is_plainly_framed(const httplib::Request& request) {
  if (request.has_header("Transfer-Encoding") || request.has_header("Content-Encoding") ||
      request.is_multipart_form_data())
    return false;
  const auto lengths = request.get_header_value_count("Content-Length");
  if (lengths == 0) return !takes_body(request.method) || request.method == "DELETE";
  const auto length = request.get_header_value("Content-Length");
  const bool is_number =
      !length.empty() && length.size() <= kLengthDigitsMax &&
      std::all_of(length.begin(), length.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  return lengths == 1 && is_number && takes_body(request.method);
}

void simplify(httplib::Request& request) {
  request.ranges.clear();
  request.headers.erase("Accept-Encoding");
}

}  // namespace bot
