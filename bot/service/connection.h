#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <functional>
#include <string>

namespace bot {

struct ConnectionLimits {
  std::chrono::milliseconds request_time_max;   ///< from a request's first byte to its last
  std::chrono::milliseconds response_time_max;  ///< for one write
  std::size_t header_bytes_max;
  std::size_t body_bytes_max;
};

/// One socket as cpp-httplib reads and writes it, with what the library lacks: a deadline and a
/// count of bytes for each whole request, so that no sender can drip or flood. Owns the socket. Not
/// thread-safe.
class Connection : public httplib::Stream {
 public:
  Connection(int socket, const ConnectionLimits& limits);
  ~Connection() override;  ///< says goodbye so that the last answer arrives, and closes
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Waits for the first byte of a request. Gives up, false, after `patience`, sooner when `hurry`
  /// says that others need the thread, and when the sender has gone.
  bool wait_for_request(std::chrono::milliseconds patience, const std::function<bool()>& hurry);
  void begin_request();  ///< starts the clock; only a header's bytes may come
  void expect_body();    ///< the header has come: a body's bytes may
  bool flush();          ///< sends what was written; false where the sender takes it no more

  bool is_readable() const override;
  bool is_writable() const override { return true; }
  ssize_t read(char* into, std::size_t bytes) override;         ///< -1 past a limit
  ssize_t write(const char* from, std::size_t bytes) override;  ///< kept until flush() or read()
  /// Addresses of visitors are not wanted anywhere.
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::size_t kBufferBytes = 4096;

  bool poll_until(Time deadline, short events) const;

  const int socket_;
  const ConnectionLimits limits_;
  Time deadline_{};
  std::size_t allowed_bytes_ = 0;
  std::array<char, kBufferBytes> buffer_;
  std::size_t buffered_from_ = 0;
  std::size_t buffered_to_ = 0;
  std::string to_send_;
};

}  // namespace bot
