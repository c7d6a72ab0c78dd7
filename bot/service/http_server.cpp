#include "bot/service/http_server.h"

#include <sys/socket.h>

#include <stdexcept>
#include <string>
#include <utility>

#include "bot/service/address_key.h"
#include "bot/service/problem_response.h"
#include "bot/service/request_body.h"
#include "bot/service/request_shape.h"
#include "bot/service/security_headers.h"
#include "bot/store/store.h"

namespace bot {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr std::size_t kHeaderBytesMax = 16 * 1024;
constexpr int kRequestsPerConnectionMax = 1000;
constexpr int kBacklog = 511;
constexpr milliseconds kIdle{2000};  // between two requests of one sender
constexpr milliseconds kGrace{250};  // for one who sends nothing yet while others wait

const Rejection kMalformed{400, "malformed-request", "This is not a request that can be read.",
                           "Send plain HTTP/1.1."};
const Rejection kBug{500, "internal", "Something went wrong here.",
                     "Nothing was stored. Call the clinic if it is urgent."};

ConnectionLimits limits_of(const Config& config) {
  return {seconds(config.server.read_timeout_s), seconds(config.server.write_timeout_s),
          kHeaderBytesMax, static_cast<std::size_t>(config.limits.body_bytes_max)};
}

void put(HttpResponse from, httplib::Response& into) {
  into.status = from.status;
  into.headers.clear();
  for (const auto& [name, value] : from.headers) into.set_header(name, value);
  // An answer's own headers go before those of every answer.
  for (auto& [name, value] : security_headers())
    if (!into.has_header(name)) into.set_header(name, value);
  if (!from.content_type.empty()) into.set_content(from.body, from.content_type);
}

/// A peer on this machine is the proxy, which names the visitor; any other peer is the visitor and
/// may name nobody.
std::string visitor_address(const httplib::Request& request) {
  const bool is_here = request.remote_addr.starts_with("127.") || request.remote_addr == "::1";
  return is_here ? request.get_header_value("X-Real-IP") : request.remote_addr;
}

void copy_head(const httplib::Request& from, HttpRequest& into) {
  into.method = from.method;
  into.path = from.path;
  into.target = from.target;
  into.content_type = from.get_header_value("Content-Type");
  into.authorization = from.get_header_value("Authorization");
  into.twilio_signature = from.get_header_value("X-Twilio-Signature");
  into.origin = from.get_header_value("Origin");
  into.host = from.get_header_value("Host");
  into.accept_language = from.get_header_value("Accept-Language");
  into.cookie = from.get_header_value("Cookie");
  into.desk_header = from.get_header_value("X-Admissions-Desk");
  into.sec_fetch_site = from.get_header_value("Sec-Fetch-Site");
  into.if_match = from.get_header_value("If-Match");
  into.if_none_match = from.get_header_value("If-None-Match");
  into.idempotency_key = from.get_header_value("Idempotency-Key");
  into.address = address_key(visitor_address(from));
}

/// An answer for one whose request is not even read.
const std::string& turned_away_answer() {
  static const std::string answer = [] {
    const auto response = problem_response(
        {503, "busy", "Too many are being served right now.",
         "Try again in a moment. In an emergency call 911, or call or text 988.", 2});
    std::string text = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Type: " +
                       response.content_type +
                       "\r\nContent-Length: " + std::to_string(response.body.size()) + "\r\n";
    for (const auto& [name, value] : response.headers) text += name + ": " + value + "\r\n";
    for (const auto& [name, value] : security_headers()) text += name + ": " + value + "\r\n";
    return text + "\r\n" + response.body;
  }();
  return answer;
}

}  // namespace

/// Hands each accepted socket on at once; runs on the accepting thread.
class HttpServer::Reception : public httplib::TaskQueue {
 public:
  explicit Reception(WorkerPool& pool) : pool_(pool) {}
  void enqueue(std::function<void()> accepted) override { accepted(); }
  void shutdown() override { pool_.finish(); }

 private:
  WorkerPool& pool_;
};

HttpServer::HttpServer(const Config& config, const Router& router, const Gate& gate,
                       Observer observer)
    : config_(config.server),
      limits_(limits_of(config)),
      router_(router),
      gate_(gate),
      observer_(std::move(observer)) {
  set_payload_max_length(limits_.body_bytes_max);
  set_keep_alive_max_count(kRequestsPerConnectionMax);  // what it tells senders
  set_keep_alive_timeout(std::chrono::duration_cast<seconds>(kIdle).count());
  new_task_queue = [this] { return new Reception(*pool_); };
  // Without the library's SO_REUSEPORT: a second program on the port must fail to start.
  set_socket_options([this](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    listening_ = socket;
  });
  const Handler plain = [this](const httplib::Request& request, httplib::Response& response) {
    answer(request, response, nullptr);
  };
  const HandlerWithContentReader with_body =
      [this](const httplib::Request& request, httplib::Response& response,
             const httplib::ContentReader& reader) { answer(request, response, &reader); };
  // Our router knows the paths, and which methods each of them has.
  constexpr const char* kAnything = ".*";
  Get(kAnything, plain).Options(kAnything, plain).Delete(kAnything, plain);
  Post(kAnything, with_body).Put(kAnything, with_body).Patch(kAnything, with_body);
  Delete(kAnything, with_body);
  // Requests that never reached a handler; the library's own text would be a header or nothing.
  set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (!response.body.empty()) return;
    const int status = response.status;
    Rejection rejection = kMalformed;
    rejection.status = status;
    put(problem_response(rejection), response);
  });
  set_exception_handler([](const httplib::Request&, httplib::Response& response,
                           std::exception_ptr) { put(problem_response(kBug), response); });
}

int HttpServer::bind(int port) {
  const int bound = port == 0                             ? bind_to_any_port(config_.address)
                    : bind_to_port(config_.address, port) ? port
                                                          : -1;
  if (bound < 0)
    throw std::runtime_error("cannot listen on " + config_.address + ":" + std::to_string(port) +
                             "; is another program using it?");
  ::listen(listening_, kBacklog);  // the library asks for five
  return bound;
}

void HttpServer::run() {
  pool_ = std::make_unique<WorkerPool>(config_.threads, config_.requests_waiting_max,
                                       [this](int socket) { serve(socket); });
  if (!stopping_) listen_after_bind();
  pool_->finish();
}

void HttpServer::stop() {
  // Not the library's stop(): that hangs up on those who were accepted and wait for a thread.
  if (stopping_.exchange(true)) return;
  shutdown(listening_, SHUT_RDWR);
}

bool HttpServer::process_and_close_socket(socket_t socket) {
  turned_away_.sweep();
  if (!pool_->offer(socket)) {
    turned_away_.turn_away(socket, turned_away_answer());
    observer_({"none", 503, std::chrono::microseconds(0)});
  }
  return true;
}

void HttpServer::serve(int socket) {
  Connection connection(socket, limits_);
  milliseconds patience = limits_.request_time_max;
  for (int left = kRequestsPerConnectionMax; left > 0; --left) {
    const auto hurry_from = steady_clock::now() + kGrace;
    const bool came = connection.wait_for_request(
        patience, [&] { return steady_clock::now() >= hurry_from && pool_->others_wait(); });
    if (!came) return;
    connection.begin_request();
    bool hang_up = left == 1 || pool_->others_wait();
    bool is_plain = false;
    const bool written =
        process_request(connection, hang_up, hang_up, [&](httplib::Request& request) {
          is_plain = framing(request) == Framing::plain;
          simplify(request);
          connection.expect_body();
        });
    if (!connection.flush() || !written || hang_up || !is_plain) return;
    patience = kIdle;
  }
}

void HttpServer::answer(const httplib::Request& request, httplib::Response& response,
                        const httplib::ContentReader* reader) {
  const auto begun = steady_clock::now();
  std::string_view route = "none";
  put(response_of(outcome(request, reader, route)), response);
  observer_({route, response.status,
             std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begun)});
}

HttpOutcome HttpServer::outcome(const httplib::Request& request,
                                const httplib::ContentReader* reader,
                                std::string_view& route_name) const {
  try {
    if (framing(request) == Framing::ambiguous) return kMalformed;
    HttpRequest read;
    if (reader != nullptr) {
      auto body = read_body(request, *reader, limits_.body_bytes_max);
      if (auto* rejection = std::get_if<Rejection>(&body)) return *std::move(rejection);
      read.body = std::get<std::string>(std::move(body));
    }
    auto found = router_.find(request.method, request.path);
    if (auto* refusal = std::get_if<HttpResponse>(&found)) return *std::move(refusal);
    const auto& [route, id] = std::get<Router::Found>(found);
    route_name = route->name;
    read.id = id;
    copy_head(request, read);
    if (auto refused = gate_.refuse(route->permission, read)) return *std::move(refused);
    return route->handler(read);
  } catch (const StoreUnavailable&) {
    return kUnavailable;
  } catch (const std::exception&) {
    // Its text may hold what a visitor wrote.
    return kBug;
  }
}

}  // namespace bot
