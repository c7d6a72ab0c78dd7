#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "bot/account/permission.h"
#include "bot/service/http_message.h"

namespace bot {

using HttpHandler = std::function<HttpOutcome(const HttpRequest&)>;

struct Route {
  std::string method;
  std::string path;  ///< "/api/callbacks/{id}/claim"; {id} stands for one part
  std::string name;  ///< method and path, for the log and the figures
  Permission permission;  ///< of the caller; the gate holds callers to it before the handler runs
  HttpHandler handler;
};

/// Which handler answers which path. Filled at start; then immutable and thread-safe.
class Router {
 public:
  struct Found {
    const Route* route;
    std::string id;
  };

  void add(std::string method, std::string path, Permission permission, HttpHandler handler);

  /// 404 for a path that nobody answers, 405 with the methods that are where it is another's.
  std::variant<Found, HttpResponse> find(std::string_view method, std::string_view path) const;

  const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
};

}  // namespace bot
