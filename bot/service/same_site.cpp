#include "bot/service/same_site.h"

namespace bot {
namespace {

const Rejection kForeign{403, "foreign-page", "This came from another website's page.",
                         "Use the desk's own console."};
const Rejection kNoHeader{403, "header-missing", "A header that the console sends is missing.",
                          "Send X-Admissions-Desk: 1 with the session's cookie."};

std::string_view host_of(std::string_view origin) {
  const auto end = origin.find("://");
  return end == std::string_view::npos ? std::string_view() : origin.substr(end + 3);
}

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD"; }

}  // namespace

std::optional<Rejection> refuse_foreign_page(const HttpRequest& request) {
  const auto& site = request.sec_fetch_site;
  const bool is_own_site = site.empty() || site == "same-origin" ||
                           (site == "none" && is_safe(request.method));
  // A page cannot choose the Host that its own requests go to, so equal means same origin.
  const bool is_own_origin = request.origin.empty() || host_of(request.origin) == request.host;
  if (is_own_site && is_own_origin) return std::nullopt;
  return kForeign;
}

std::optional<Rejection> refuse_forgery(const HttpRequest& request) {
  if (auto refused = refuse_foreign_page(request)) return refused;
  if (is_safe(request.method) || !request.desk_header.empty()) return std::nullopt;
  return kNoHeader;
}

bool is_background(const HttpRequest& request) {
  return request.desk_header == "background" || !request.if_none_match.empty();
}

}  // namespace bot
