#include "bot/store/keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <system_error>

namespace bot {
namespace {

constexpr std::size_t kMasterBytes = crypto_kdf_KEYBYTES;
constexpr char kDerivation[crypto_kdf_CONTEXTBYTES + 1] = "admbot_1";
constexpr std::uint64_t kSealKey = 1, kIndexKey = 2;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

using Master = std::array<unsigned char, kMasterBytes>;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

void require_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot draw random numbers here");
}

/// Closes its descriptor.
struct File {
  int descriptor;
  ~File() {
    if (descriptor >= 0) close(descriptor);
  }
};

void create(const std::filesystem::path& file) {
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path());
  Master master;
  randombytes_buf(master.data(), master.size());
  const File out{open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
  if (out.descriptor < 0 && errno == EEXIST) return;
  if (out.descriptor < 0 ||
      write(out.descriptor, master.data(), master.size()) !=
          static_cast<ssize_t>(master.size()) ||
      fsync(out.descriptor) != 0)
    throw std::runtime_error("cannot make the key file " + file.string() + ": " +
                             std::strerror(errno) + "; give its folder to the service's user");
  sodium_memzero(master.data(), master.size());
}

Master read(const std::filesystem::path& file) {
  const File in{open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat status {};
  if (in.descriptor < 0 || fstat(in.descriptor, &status) != 0)
    throw std::runtime_error("cannot read the key file " + file.string() + ": " +
                             std::strerror(errno));
  if ((status.st_mode & kOthers) != 0)
    throw std::runtime_error("the key file " + file.string() +
                             " can be read by others: run chmod 600 on it");
  Master master;
  if (status.st_size != static_cast<off_t>(master.size()) ||
      ::read(in.descriptor, master.data(), master.size()) != static_cast<ssize_t>(master.size()))
    throw std::runtime_error("the key file " + file.string() + " must hold " +
                             std::to_string(kMasterBytes) +
                             " bytes: restore it from its backup, the data cannot be read without");
  return master;
}

}  // namespace

Keys Keys::load_or_create(const std::filesystem::path& file) {
  require_sodium();
  if (!std::filesystem::exists(file)) create(file);
  return from_master(read(file));
}

Keys Keys::load(const std::filesystem::path& file) {
  require_sodium();
  return from_master(read(file));
}

Keys Keys::random() {
  require_sodium();
  Master master;
  randombytes_buf(master.data(), master.size());
  return from_master(master);
}

Keys Keys::from_master(std::array<unsigned char, 32> master) {
  Keys keys;
  crypto_kdf_derive_from_key(keys.seal_key_.data(), keys.seal_key_.size(), kSealKey, kDerivation,
                             master.data());
  crypto_kdf_derive_from_key(keys.index_key_.data(), keys.index_key_.size(), kIndexKey, kDerivation,
                             master.data());
  sodium_memzero(master.data(), master.size());
  return keys;
}

std::string Keys::seal(std::string_view plain, std::string_view context) const {
  constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  std::string sealed(kNonce + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
  auto* out = reinterpret_cast<unsigned char*>(sealed.data());
  randombytes_buf(out, kNonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonce, nullptr, bytes(plain), plain.size(),
                                             bytes(context), context.size(), nullptr, out,
                                             seal_key_.data());
  return sealed;
}

std::string Keys::open(std::string_view sealed, std::string_view context) const {
  constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
  if (sealed.size() < kNonce + kTag) throw std::runtime_error("a sealed value is cut short");
  std::string plain(sealed.size() - kNonce - kTag, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr,
          bytes(sealed) + kNonce, sealed.size() - kNonce, bytes(context), context.size(),
          bytes(sealed), seal_key_.data()) != 0)
    throw std::runtime_error("a sealed value was altered, or sealed under another key");
  return plain;
}

std::string Keys::blind_index(std::string_view value, std::string_view purpose) const {
  const std::string input = std::string(purpose) + '\0' + std::string(value);
  std::string index(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(index.data()), index.size(), bytes(input),
                     input.size(), index_key_.data(), index_key_.size());
  return index;
}

}  // namespace bot
