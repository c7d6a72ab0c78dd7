#include "bot/command/password_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <stdexcept>

namespace bot {
namespace {

/// Keeps what is typed off the screen while it lives.
class Silence {
 public:
  Silence() {
    tcgetattr(STDIN_FILENO, &before_);
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~Silence() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }

 private:
  termios before_{};
};

std::string line() {
  std::string text;
  if (!std::getline(std::cin, text)) throw std::runtime_error("no password came");
  return text;
}

std::string ask(const char* prompt) {
  std::cerr << prompt << std::flush;
  const Silence silence;
  auto text = line();
  std::cerr << '\n';
  return text;
}

}  // namespace

std::string ask_new_password() {
  if (isatty(STDIN_FILENO) == 0) return line();
  auto password = ask("Password (at least 8 characters, better 15): ");
  if (ask("Once more: ") != password) throw std::runtime_error("the two differ; start again");
  return password;
}

}  // namespace bot
