// Posts visitor messages from several threads for a bounded time and prints how many were answered
// a second: turn_client PORT SECONDS THREADS. Loopback only.
#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int kTurnsPerConversation = 20;

/// One visitor after another, each asking the same question twenty times.
void talk(int port, std::chrono::steady_clock::time_point end, int thread,
          std::atomic<long>& turns) {
  httplib::Client client("127.0.0.1", port);
  client.set_keep_alive(true);
  client.set_tcp_nodelay(true);
  std::string conversation;
  for (long count = 0; std::chrono::steady_clock::now() < end; ++count) {
    nlohmann::json body = {{"message_id", std::to_string(thread) + "-" + std::to_string(count)},
                           {"text", "how many hours a week is it?"}};
    if (count % kTurnsPerConversation != 0 && !conversation.empty())
      body["conversation"] = conversation;
    auto response = client.Post("/webhooks/web", body.dump(), "application/json");
    // A kept connection may be closed while the next message is on its way; its id makes that safe.
    if (!response) response = client.Post("/webhooks/web", body.dump(), "application/json");
    if (!response || response->status != 200) {
      std::cerr << "status " << (response ? response->status : 0) << '\n';
      std::exit(1);
    }
    conversation = nlohmann::json::parse(response->body).at("conversation").get<std::string>();
    if (conversation == "0") conversation.clear();
    ++turns;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const int port = std::atoi(argv[1]);
  const int seconds = std::atoi(argv[2]);
  const int threads = std::atoi(argv[3]);
  std::atomic<long> turns{0};
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  std::vector<std::thread> visitors;
  for (int i = 0; i < threads; ++i) visitors.emplace_back(talk, port, end, i, std::ref(turns));
  for (auto& visitor : visitors) visitor.join();
  std::cout << turns / seconds << std::endl;
}
