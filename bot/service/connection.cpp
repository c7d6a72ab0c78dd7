#include "bot/service/connection.h"

#include <poll.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace bot {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLookAround{20};  // how often a waiting thread looks whether it is needed
constexpr milliseconds kGoodbye{200};
constexpr std::size_t kDiscardedBytesMax = 1 << 20;

}  // namespace

Connection::Connection(int socket, const ConnectionLimits& limits)
    : socket_(socket), limits_(limits) {}

Connection::~Connection() {
  // Closing over unread bytes resets the connection, and the answer may be lost with it.
  shutdown(socket_, SHUT_WR);
  const auto deadline = steady_clock::now() + kGoodbye;
  for (std::size_t discarded = 0; discarded < kDiscardedBytesMax;) {
    if (!poll_until(deadline, POLLIN)) break;
    const auto got = recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (got <= 0) break;
    discarded += static_cast<std::size_t>(got);
  }
  close(socket_);
}

bool Connection::poll_until(Time deadline, short events) const {
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now()).count();
    pollfd waiting{socket_, events, 0};
    const int ready = poll(&waiting, 1, static_cast<int>(std::max<long>(left, 0)));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

bool Connection::wait_for_request(milliseconds patience, const std::function<bool()>& hurry) {
  if (is_readable()) return true;
  const auto deadline = steady_clock::now() + patience;
  while (!poll_until(std::min(deadline, steady_clock::now() + kLookAround), POLLIN))
    if (hurry() || steady_clock::now() >= deadline) return false;
  char first;
  return recv(socket_, &first, 1, MSG_PEEK | MSG_DONTWAIT) == 1;
}

void Connection::begin_request() {
  deadline_ = steady_clock::now() + limits_.request_time_max;
  allowed_bytes_ = limits_.header_bytes_max;
}

void Connection::expect_body() {
  // Twice the limit, so that a body somewhat too long is read to its end and answered.
  allowed_bytes_ = 2 * limits_.body_bytes_max;
}

bool Connection::flush() {
  const auto deadline = steady_clock::now() + limits_.response_time_max;
  std::size_t sent = 0;
  while (sent < to_send_.size()) {
    if (!poll_until(deadline, POLLOUT)) return false;
    const auto wrote =
        send(socket_, to_send_.data() + sent, to_send_.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (wrote >= 0) sent += static_cast<std::size_t>(wrote);
    else if (errno != EAGAIN && errno != EINTR) return false;
  }
  to_send_.clear();
  return true;
}

bool Connection::is_readable() const {
  return buffered_from_ < buffered_to_;
}

ssize_t Connection::read(char* into, std::size_t bytes) {
  bytes = std::min(bytes, allowed_bytes_);
  if (bytes == 0) return -1;
  if (!is_readable()) {
    // "100 Continue" must be out before the body is waited for.
    if (!flush() || !poll_until(deadline_, POLLIN)) return -1;
    const auto got = recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return got;
    buffered_from_ = 0;
    buffered_to_ = static_cast<std::size_t>(got);
  }
  bytes = std::min(bytes, buffered_to_ - buffered_from_);
  std::memcpy(into, buffer_.data() + buffered_from_, bytes);
  buffered_from_ += bytes;
  allowed_bytes_ -= bytes;
  return static_cast<ssize_t>(bytes);
}

ssize_t Connection::write(const char* from, std::size_t bytes) {
  to_send_.append(from, bytes);
  return static_cast<ssize_t>(bytes);
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  char host[NI_MAXHOST];
  auto* const address = reinterpret_cast<sockaddr*>(&peer);
  if (getpeername(socket_, address, &size) == 0 &&
      getnameinfo(address, size, host, sizeof host, nullptr, 0, NI_NUMERICHOST) == 0)
    ip = host;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace bot
