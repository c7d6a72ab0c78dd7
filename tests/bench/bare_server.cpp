// The yardstick: the smallest POST handler that cpp-httplib can serve. Prints its port.
#include <httplib.h>

#include <iostream>

int main() {
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(16); };
  server.set_keep_alive_max_count(1000000);
  server.set_tcp_nodelay(true);  // else it waits for the client's delayed acknowledgements
  server.Post("/webhooks/web", [](const httplib::Request&, httplib::Response& response) {
    response.set_content(R"({"conversation":"0"})", "application/json");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  std::cout << "http://127.0.0.1:" << port << std::endl;
  server.listen_after_bind();
}
