#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <thread>

#include "bot/alert/alert_sender.h"
#include "bot/assistant.h"
#include "bot/command/command.h"
#include "bot/secret_file.h"
#include "bot/service/chat_routes.h"
#include "bot/service/console_routes.h"
#include "bot/service/desk_access.h"
#include "bot/service/desk_routes.h"
#include "bot/service/figures.h"
#include "bot/service/health_routes.h"
#include "bot/service/http_server.h"
#include "bot/service/openapi_routes.h"
#include "bot/service/report_routes.h"
#include "bot/service/timekeeper.h"
#include "bot/service/topic_routes.h"
#include "bot/service/twilio_routes.h"
#include "bot/service/web_routes.h"
#include "bot/service/widget_routes.h"
#include "bot/store/channel_name.h"
#include "bot/store/database_lock.h"

namespace bot {
namespace {

struct ServeOptions {
  std::filesystem::path config;
  std::filesystem::path db;
  int port = -1;
  bool list_routes = false;
};

/// Lines in UTC on stderr; stdout belongs to the address.
void start_log() {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("admissions-bot"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
}

StoreSettings store_settings(const Config& config) {
  const auto& storage = config.storage;
  return {storage.database, storage.busy_timeout_ms, storage.queue_turns_max,
          storage.group_commit_turns_max, config.desk.rules, config.alerts.ways()};
}

/// The signals that end the service are for SignalWatch alone. Called before any thread starts, so
/// that all inherit it.
sigset_t block_end_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is a full disk: 503, not the end
  return signals;
}

/// Stops the server at the first signal; later ones change nothing, what was accepted is still
/// finished.
class SignalWatch {
 public:
  SignalWatch(const sigset_t& signals, HttpServer& server)
      : thread_([&signals, &server] {
          int signal = 0;
          sigwait(&signals, &signal);
          server.stop();
        }) {}
  ~SignalWatch() {
    kill(getpid(), SIGTERM);  // where no signal ended the service
    thread_.join();
  }

 private:
  std::thread thread_;
};

void log(const Served& served) {
  spdlog::info("{} {} {}us", served.route, served.status, served.took.count());
}

void log(dialogs::Channel channel, const TurnFacts& facts) {
  const auto or_none = [](std::string_view text) { return text.empty() ? "none" : text; };
  std::string topics;
  for (const auto& topic : facts.topics) topics += (topics.empty() ? "" : ",") + topic;
  spdlog::info("turn {} {} rung={} topics={} asks={} danger={} lead={}", facts.conversation_id,
               name_of(channel), facts.is_repeat ? "repeat" : facts.rung, or_none(topics),
               or_none(facts.asks), !facts.safety.empty(), facts.has_stored_lead);
}

void log(const Alert& alert, const Telling& telling) {
  const auto level =
      telling.result == Telling::Result::never ? spdlog::level::warn : spdlog::level::info;
  spdlog::log(level, "alert {} {} {} {} {}", alert.id, alert.kind, alert.way,
              name_of(telling.result), telling.why);
}

/// The one place that puts the service together; what stands first is used by what follows.
int run(const Content& content, bool list_routes) {
  const Config& config = content.config;
  const sigset_t signals = block_end_signals();
  auto lock = DatabaseLock::take(config.storage.database);
  if (!lock) {
    std::cerr << "another process writes to " << config.storage.database.string() << '\n';
    return kFoundSomething;
  }
  Store store(store_settings(config), Keys::load_or_create(config.storage.key_file));
  Assistant assistant(config, *content.knowledge, *content.script, store, system_now_ms);
  Figures figures;
  const TurnObserver observe = [&](dialogs::Channel channel, const TurnFacts& facts) {
    figures.count(channel, facts);
    log(channel, facts);
  };
  Router router;
  VisitorLimits limits(config.limits);
  add_web_routes(router, config, assistant, store, limits, system_now_ms, observe);
  add_widget_routes(router, config.clinic);
  add_console_routes(router);
  add_chat_routes(router, config, assistant, store, limits, system_now_ms, observe);
  if (config.twilio.enabled)
    add_twilio_routes(router, config, assistant, read_secret(config.twilio.auth_token_file),
                      observe);
  DeskAccess access(config, store.database(), system_now_ms);
  access.add_routes(router);
  add_desk_routes(router, config, *content.knowledge, store, access.audit(), system_now_ms);
  add_report_route(router, config, *content.knowledge, store, access.audit(), system_now_ms);
  add_topic_routes(router, config, *content.knowledge, access.audit(), system_now_ms);
  add_health_routes(router, store, figures);
  add_openapi_route(router);
  if (list_routes) {
    for (const auto& route : router.routes())
      std::cout << route.name << ' ' << name_of(route.permission) << '\n';
    return kDone;
  }
  HttpServer server(config, router, access.gate(), [&](const Served& served) {
    figures.count(served);
    log(served);
  });
  const int port = server.bind(config.server.port);
  lock->open_door({config.server.address, port, access.operator_token()});
  std::cout << "http://" << config.server.address << ':' << port << std::endl;
  spdlog::info("serving");
  Outbox outbox(store.database());
  const AlertSender sender(config.alerts, outbox, system_now_ms,
                           [&](const Alert& alert, const Telling& telling) {
                             figures.count(alert, telling);
                             log(alert, telling);
                           });
  const Timekeeper timekeeper(store, system_now_ms);
  const SignalWatch watch(signals, server);
  server.run();
  spdlog::info("stopped");
  return kDone;
}

int serve(const ServeOptions& options) {
  auto content = load_or_complain(options.config);
  if (!content) return kFoundSomething;
  if (!options.db.empty()) content->config.storage.database = options.db;
  if (options.port >= 0) content->config.server.port = options.port;
  start_log();
  return run(*content, options.list_routes);
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("serve", "Serve the web chat, the SMS webhook and the queue");
  command->footer(
      "Example: admissions-bot serve --port 8080\n"
      "Prints its address; SIGTERM ends it when what was accepted is answered.");
  auto options = std::make_shared<ServeOptions>();
  add_config_option(*command, options->config);
  command->add_option("--db", options->db, "SQLite file, instead of the configured one");
  command->add_option("--port", options->port, "Port, instead of the configured one; 0 is any")
      ->check(CLI::Range(0, 65535));
  command->add_flag("--list-routes", options->list_routes,
                    "Print every route with the permission that it asks for, and end");
  command->callback([options, &exit_code] { exit_code = serve(*options); });
}

}  // namespace bot
