#include "bot/service/lingering_sockets.h"

#include <sys/socket.h>
#include <unistd.h>

namespace bot {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::milliseconds kMoment{500};
constexpr std::size_t kSocketsMax = 128;

void discard_and_close(int socket) {
  char bytes[4096];
  for (int reads = 0; reads < 32 && recv(socket, bytes, sizeof bytes, MSG_DONTWAIT) > 0; ++reads) {
  }
  close(socket);
}

}  // namespace

LingeringSockets::~LingeringSockets() {
  for (const auto& lingering : sockets_) discard_and_close(lingering.socket);
}

void LingeringSockets::turn_away(int socket, const std::string& answer) {
  send(socket, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  shutdown(socket, SHUT_WR);
  sockets_.push_back({socket, steady_clock::now()});
}

void LingeringSockets::sweep() {
  const auto expired = steady_clock::now() - kMoment;
  while (!sockets_.empty() && (sockets_.front().since < expired || sockets_.size() > kSocketsMax)) {
    discard_and_close(sockets_.front().socket);
    sockets_.pop_front();
  }
}

}  // namespace bot
