#include "bot/service/request_shape.h"

#include <algorithm>
#include <string>

namespace bot {
namespace {

constexpr std::size_t kLengthDigitsMax = 9;

bool takes_body(const std::string& method) {
  return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

bool is_length(const std::string& text) {
  return !text.empty() && text.size() <= kLengthDigitsMax &&
         std::all_of(text.begin(), text.end(),
                     [](char byte) { return byte >= '0' && byte <= '9'; });
}

}  // namespace

Framing framing(const httplib::Request& request) {
  const auto lengths = request.get_header_value_count("Content-Length");
  const auto codings = request.get_header_value_count("Transfer-Encoding");
  if (lengths + codings > 1) return Framing::ambiguous;
  if (lengths == 1 && !is_length(request.get_header_value("Content-Length")))
    return Framing::ambiguous;
  if (codings == 1 && request.get_header_value("Transfer-Encoding") != "chunked")
    return Framing::ambiguous;
  const bool has_known_end = lengths == 1
                                 ? takes_body(request.method)
                                 : !takes_body(request.method) || request.method == "DELETE";
  const bool is_plain = has_known_end && codings == 0 && !request.has_header("Content-Encoding") &&
                        !request.is_multipart_form_data();
  return is_plain ? Framing::plain : Framing::unusual;
}

void simplify(httplib::Request& request) {
  request.ranges.clear();
  request.headers.erase("Accept-Encoding");
}

}  // namespace bot
