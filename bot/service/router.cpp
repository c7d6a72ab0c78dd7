#include "bot/service/router.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "bot/service/problem_response.h"

namespace bot {
namespace {

constexpr std::string_view kId = "{id}";
constexpr std::size_t kIdBytesMax = 64;

bool is_id(std::string_view part) {
  return !part.empty() && part.size() <= kIdBytesMax &&
         std::all_of(part.begin(), part.end(), [](char byte) {
           return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
         });
}

/// What stands for {id} in `path`, empty where the pattern has none; nothing where they differ.
std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
  const auto place = pattern.find(kId);
  if (place == std::string_view::npos)
    return pattern == path ? std::optional<std::string_view>("") : std::nullopt;
  const auto before = pattern.substr(0, place);
  const auto after = pattern.substr(place + kId.size());
  if (path.size() <= before.size() + after.size() || !path.starts_with(before) ||
      !path.ends_with(after))
    return std::nullopt;
  const auto id = path.substr(before.size(), path.size() - before.size() - after.size());
  return is_id(id) ? std::optional(id) : std::nullopt;
}

}  // namespace

void Router::add(std::string method, std::string path, Permission permission,
                 HttpHandler handler) {
  std::string name = method + " " + path;
  routes_.push_back(
      {std::move(method), std::move(path), std::move(name), permission, std::move(handler)});
}

std::variant<Router::Found, HttpResponse> Router::find(std::string_view method,
                                                       std::string_view path) const {
  if (method == "HEAD") method = "GET";
  const bool is_literal = std::any_of(routes_.begin(), routes_.end(),
                                      [&](const Route& route) { return route.path == path; });
  std::string allowed;
  for (const auto& route : routes_) {
    const auto id = match(route.path, path);
    // "next" is a word of the address, and so it is no id.
    if (!id || (is_literal && route.path != path)) continue;
    if (route.method == method) return Found{&route, std::string(*id)};
    allowed += (allowed.empty() ? "" : ", ") + route.method;
  }
  if (allowed.empty())
    return problem_response({404, "not-found", "There is nothing here.", "Check the address."});
  HttpResponse response =
      problem_response({405, "method-not-allowed", "This address does not take that method.",
                        "Use one of: " + allowed + "."});
  response.headers.emplace_back("Allow", allowed);
  return response;
}

}  // namespace bot
