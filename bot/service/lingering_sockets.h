#pragma once

#include <chrono>
#include <deque>
#include <string>

namespace bot {

/// Sockets that were answered without being read. Closing them at once would reset them and lose
/// the answer, so they are kept for a moment. Not thread-safe; never blocks.
class LingeringSockets {
 public:
  LingeringSockets() = default;
  ~LingeringSockets();
  LingeringSockets(const LingeringSockets&) = delete;
  LingeringSockets& operator=(const LingeringSockets&) = delete;

  /// Sends `answer`, as far as it goes at once, and takes the socket.
  void turn_away(int socket, const std::string& answer);
  /// Closes those that had their moment.
  void sweep();

 private:
  struct Lingering {
    int socket;
    std::chrono::steady_clock::time_point since;
  };
  std::deque<Lingering> sockets_;
};

}  // namespace bot
