#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bot/account/caller.h"
#include "bot/rejection.h"

namespace bot {

/// A request as the routes see it: read whole, within its limits. Header values are what the
/// sender wrote, to be compared and never to be shown or logged.
struct HttpRequest {
  std::string method;
  std::string path;
  std::string target;  ///< path and query as they came
  std::string id;      ///< what stood for {id} in the route's path
  std::string content_type;
  std::string authorization;
  std::string twilio_signature;
  std::string origin;   ///< of the page that asks, from a browser
  std::string host;     ///< as the sender addressed this service
  std::string accept_language;
  std::string cookie;
  std::string desk_header;        ///< X-Admissions-Desk, which no foreign page can send
  std::string sec_fetch_site;     ///< from a browser: where the page that asks stands to this one
  std::string if_match;
  std::string if_none_match;
  std::string idempotency_key;
  std::string address;  ///< address_key() of the visitor's; empty for this machine itself
  std::string body;
  Caller caller;  ///< who the gate let in
};

struct HttpResponse {
  int status = 200;
  std::string content_type;  ///< empty where there is no body
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};  ///< beside those of every answer
};

using HttpOutcome = std::variant<HttpResponse, Rejection>;

}  // namespace bot
