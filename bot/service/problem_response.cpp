#include "bot/service/problem_response.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace bot {
namespace {

constexpr int kUnauthorizedStatus = 401;
constexpr int kServiceUnavailable = 503;
constexpr int kRetryAfterSeconds = 2;

}  // namespace

const Rejection kUnavailable{kServiceUnavailable, "unavailable",
                             "This cannot be stored right now, and nothing was.",
                             "Send the same request again in a moment. In an emergency call "
                             "911, or call or text 988.",
                             kRetryAfterSeconds};

const Rejection kNotJson{415, "unsupported-media-type", "This address takes JSON.",
                         "Send Content-Type: application/json."};

HttpResponse problem_response(const Rejection& rejection) {
  const nlohmann::ordered_json problem = {{"type", "urn:admissions-bot:problem:" + rejection.type},
                                          {"title", rejection.title},
                                          {"status", rejection.status},
                                          {"detail", rejection.detail}};
  HttpResponse response{rejection.status, "application/problem+json", problem.dump()};
  if (rejection.status == kUnauthorizedStatus)
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (rejection.retry_after_s > 0)
    response.headers.emplace_back("Retry-After", std::to_string(rejection.retry_after_s));
  return response;
}

HttpResponse response_of(HttpOutcome outcome) {
  if (const auto* rejection = std::get_if<Rejection>(&outcome)) return problem_response(*rejection);
  return std::get<HttpResponse>(std::move(outcome));
}

}  // namespace bot
