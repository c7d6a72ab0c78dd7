#include "bot/command/operator_line.h"

#include <httplib.h>
#include <pwd.h>
#include <unistd.h>

#include <iostream>
#include <optional>
#include <stdexcept>
#include <utility>

#include "bot/command/command.h"
#include "bot/service/desk_access.h"
#include "bot/service/problem_response.h"
#include "bot/store/database_lock.h"

namespace bot {
namespace {

constexpr const char* kJson = "application/json";
constexpr int kBadRequest = 400;

/// Who runs this program; one without a name is known by its number.
std::string system_user() {
  const auto id = getuid();
  const auto* entry = getpwuid(id);
  return entry == nullptr ? "uid-" + std::to_string(id) : entry->pw_name;
}

}  // namespace

class OperatorLine::Way {
 public:
  virtual ~Way() = default;
  virtual Answer send(const std::string& method, const std::string& path,
                      const std::string& body, const std::string& if_match) = 0;
};

class OperatorLine::ToService : public Way {
 public:
  explicit ToService(const OperatorDoor& door)
      : client_(door.address, door.port), token_(door.token) {}

  Answer send(const std::string& method, const std::string& path, const std::string& body,
              const std::string& if_match) override {
    httplib::Request request;
    request.method = method;
    request.path = path;
    request.headers = {{"Authorization", "Bearer " + token_}, {"Content-Type", kJson}};
    if (!if_match.empty()) request.headers.emplace("If-Match", if_match);
    request.body = body;
    const auto result = client_.send(request);
    if (!result) throw std::runtime_error("the running service does not answer; try again");
    return {result->status, result->body};
  }

 private:
  httplib::Client client_;
  const std::string token_;
};

class OperatorLine::InProcess : public Way {
 public:
  InProcess(const Config& config, DatabaseLock lock)
      : lock_(std::move(lock)),
        store_({config.storage.database}, Keys::load_or_create(config.storage.key_file)),
        access_(config, store_.database(), system_now_ms) {
    access_.add_routes(router_);
  }

  Answer send(const std::string& method, const std::string& path, const std::string& body,
              const std::string& if_match) override {
    auto found = router_.find(method, path);
    if (const auto* none = std::get_if<HttpResponse>(&found)) return {none->status, none->body};
    const auto& [route, id] = std::get<Router::Found>(found);
    HttpRequest request;
    request.method = method;
    request.path = request.target = path;
    request.id = id;
    request.content_type = kJson;
    request.authorization = "Bearer " + access_.operator_token();
    request.if_match = if_match;
    request.body = body;
    auto refused = access_.gate().refuse(route->permission, request);
    const auto response =
        response_of(refused ? HttpOutcome(*refused) : route->handler(request));
    return {response.status, response.body};
  }

 private:
  DatabaseLock lock_;
  Store store_;
  DeskAccess access_;
  Router router_;
};

OperatorLine::OperatorLine(const Config& config) {
  if (auto lock = DatabaseLock::take(config.storage.database)) {
    way_ = std::make_unique<InProcess>(config, std::move(*lock));
    return;
  }
  const auto door = DatabaseLock::door(config.storage.database);
  if (!door)
    throw std::runtime_error("another process writes to " + config.storage.database.string() +
                             "; try again when it has started, or ended");
  way_ = std::make_unique<ToService>(*door);
}

OperatorLine::~OperatorLine() = default;

nlohmann::json OperatorLine::call(const std::string& method, const std::string& path,
                                  const nlohmann::json& body, const std::string& if_match) {
  const auto answer = way_->send(method, path, body.is_null() ? "" : body.dump(), if_match);
  if (answer.body.empty() && answer.status < kBadRequest) return nullptr;
  auto json = nlohmann::json::parse(answer.body, nullptr, false);
  if (answer.status < kBadRequest && !json.is_discarded()) return json;
  const auto text = [&](const char* key) {
    return json.is_object() && json.contains(key) ? json[key].get<std::string>() : std::string();
  };
  throw std::runtime_error(text("title") + " " + text("detail"));
}

void note_transcript_reading(Config config, const std::filesystem::path& db,
                             const std::string& command, const std::string& about) {
  if (!db.empty()) config.storage.database = db;
  OperatorLine(config).call("POST", "/api/audit/readings",
                            {{"user", system_user()}, {"command", command}, {"about", about}});
}

int with_operator_line(const std::filesystem::path& config_file, const std::filesystem::path& db,
                       const std::function<void(OperatorLine&)>& act) {
  auto config = config_or_complain(config_file);
  if (!config) return kFoundSomething;
  if (!db.empty()) config->storage.database = db;
  OperatorLine line(*config);
  act(line);
  return kDone;
}

}  // namespace bot
