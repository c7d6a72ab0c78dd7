#include "bot/service/router.h"

#include <doctest/doctest.h>

#include <utility>

#include "bot/service/problem_response.h"

namespace {

bot::Router router() {
  bot::Router router;
  const auto ok = [](const bot::HttpRequest&) -> bot::HttpOutcome { return bot::HttpResponse{}; };
  router.add("GET", "/api/callbacks", bot::Permission::read_queue, ok);
  router.add("POST", "/api/callbacks/next", bot::Permission::work_queue, ok);
  router.add("GET", "/api/callbacks/{id}", bot::Permission::read_queue, ok);
  router.add("POST", "/api/callbacks/{id}/claim", bot::Permission::work_queue, ok);
  return router;
}

std::string found(const std::string& method, const std::string& path) {
  const auto routes = router();
  const auto result = routes.find(method, path);
  if (const auto* hit = std::get_if<bot::Router::Found>(&result))
    return hit->route->name + (hit->id.empty() ? "" : " " + hit->id);
  return std::to_string(std::get<bot::HttpResponse>(result).status);
}

}  // namespace

TEST_CASE("router: who answers what") {
  const std::pair<std::pair<std::string, std::string>, std::string> table[] = {
      {{"GET", "/api/callbacks"}, "GET /api/callbacks"},
      {{"HEAD", "/api/callbacks"}, "GET /api/callbacks"},
      {{"GET", "/api/callbacks/a1-1"}, "GET /api/callbacks/{id} a1-1"},
      {{"POST", "/api/callbacks/a1-1/claim"}, "POST /api/callbacks/{id}/claim a1-1"},
      {{"POST", "/api/callbacks/next"}, "POST /api/callbacks/next"},
      {{"GET", "/api/callbacks/next"}, "405"},
      {{"DELETE", "/api/callbacks"}, "405"},
      {{"POST", "/api/callbacks/a1-1"}, "405"},
      {{"GET", "/api/callbacks/"}, "404"},
      {{"GET", "/api/callbacks/A"}, "404"},
      {{"GET", "/api/callbacks/a/b"}, "404"},
      {{"GET", "/api/callbacks/../x"}, "404"},
      {{"POST", "/api/callbacks//claim"}, "404"},
      {{"GET", "/API/callbacks"}, "404"},
      {{"GET", ""}, "404"},
      {{"GET", "/api/callbacks/" + std::string(65, 'a')}, "404"},
  };
  for (const auto& [request, answer] : table) {
    CAPTURE(request.first);
    CAPTURE(request.second);
    CHECK(found(request.first, request.second) == answer);
  }
}

TEST_CASE("router: 405 names the methods that are") {
  const auto routes = router();
  const auto response = std::get<bot::HttpResponse>(routes.find("PUT", "/api/callbacks/a1-1"));
  CHECK(response.headers == std::vector<std::pair<std::string, std::string>>{{"Allow", "GET"}});
}

TEST_CASE("problem: RFC 9457, and when to come again") {
  const auto response = bot::problem_response({400, "text-blank", "Blank.", "Write \"it\"."});
  CHECK(response.status == 400);
  CHECK(response.content_type == "application/problem+json");
  CHECK(response.body ==
        R"({"type":"urn:admissions-bot:problem:text-blank","title":"Blank.","status":400,)"
        R"("detail":"Write \"it\"."})");
  CHECK(response.headers.empty());
  CHECK(bot::problem_response(bot::kUnavailable).headers.at(0).first == "Retry-After");
}
