#pragma once

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

#include "bot/config.h"
#include "bot/service/connection.h"
#include "bot/service/gate.h"
#include "bot/service/lingering_sockets.h"
#include "bot/service/router.h"
#include "bot/service/worker_pool.h"

namespace bot {

/// What the log and the figures learn of a request: nothing that its sender wrote.
struct Served {
  std::string_view route;  ///< "POST /webhooks/web"; "none" where no route answered
  int status;
  std::chrono::microseconds took;
};

/// cpp-httplib's reading and writing of HTTP/1.1, on our connections and threads: every request is
/// bounded in bytes and time, and when too many wait the next is turned away with 503. What
/// Debian's 0.11.4 gets wrong is put right here.
class HttpServer : private httplib::Server {
 public:
  using Observer = std::function<void(const Served&)>;

  /// `router` and `gate` outlive the server. `observer` is called from many threads.
  HttpServer(const Config& config, const Router& router, const Gate& gate, Observer observer);

  /// Port 0: any. Gives the port; throws std::runtime_error where it cannot be had.
  int bind(int port);
  /// Serves until stop(); then answers what was accepted and returns.
  void run();
  /// From any thread, at any time, any number of times.
  void stop();

 private:
  class Reception;

  bool process_and_close_socket(socket_t socket) override;
  void serve(int socket);
  void answer(const httplib::Request& request, httplib::Response& response,
              const httplib::ContentReader* reader);
  HttpOutcome outcome(const httplib::Request& request, const httplib::ContentReader* reader,
                      std::string_view& route_name) const;

  const ServerConfig config_;
  const ConnectionLimits limits_;
  const Router& router_;
  const Gate& gate_;
  const Observer observer_;
  std::unique_ptr<WorkerPool> pool_;
  LingeringSockets turned_away_;
  std::atomic<int> listening_{-1};
  std::atomic<bool> stopping_{false};
};

}  // namespace bot
