#include "bot/secret_file.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace bot {
namespace {

constexpr std::size_t kSecretBytes = 32;

void make(const std::filesystem::path& file) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot draw random numbers here");
  unsigned char secret[kSecretBytes];
  char hex[2 * kSecretBytes + 1];
  randombytes_buf(secret, sizeof secret);
  sodium_bin2hex(hex, sizeof hex, secret, sizeof secret);
  hex[sizeof hex - 1] = '\n';
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  const int out = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  const bool written = out >= 0 &&
                       write(out, hex, sizeof hex) == static_cast<ssize_t>(sizeof hex) &&
                       fsync(out) == 0;
  const int error = errno;
  if (out >= 0) close(out);
  if (!written)
    throw std::runtime_error("cannot make the secret file " + file.string() + ": " +
                             std::strerror(error));
}

}  // namespace

std::string read_secret(const std::filesystem::path& file) {
  struct stat status {};
  std::ifstream in(file, std::ios::binary);
  if (!in || stat(file.c_str(), &status) != 0)
    throw std::runtime_error("cannot read the secret file " + file.string());
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    throw std::runtime_error("the secret file " + file.string() +
                             " can be read by others: run chmod 600 on it");
  std::ostringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos)
    throw std::runtime_error("the secret file " + file.string() + " is empty");
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string read_or_make_secret(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) make(file);
  return read_secret(file);
}

}  // namespace bot
