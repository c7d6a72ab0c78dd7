#include "bot/service/request_body.h"

namespace bot {

std::variant<std::string, Rejection> read_body(const httplib::Request& request,
                                               const httplib::ContentReader& reader,
                                               std::size_t bytes_max) {
  // The library would hand the parts of such a form to a receiver that is not there.
  if (request.is_multipart_form_data() || request.has_header("Content-Encoding"))
    return Rejection{415, "unsupported-media-type", "This kind of body is not taken here.",
                     "Send a plain body of the kind that the address takes."};
  std::string body;
  bool is_too_long = false;
  const bool is_whole = reader([&](const char* bytes, std::size_t size) {
    is_too_long = is_too_long || body.size() + size > bytes_max;
    if (!is_too_long) body.append(bytes, size);
    return true;
  });
  // A stated length past twice the limit was refused before the first byte came.
  if (is_too_long ||
      (!is_whole && request.get_header_value<std::uint64_t>("Content-Length") > bytes_max))
    return Rejection{413, "body-too-long", "The body is too long.",
                     "Send at most " + std::to_string(bytes_max) + " bytes."};
  if (!is_whole)
    return Rejection{400, "body-broken", "The body did not arrive whole.", "Send it again."};
  return body;
}

}  // namespace bot
