#include "knowledge/encoder/encoder_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>
#include <utility>

namespace knowledge {
namespace {

constexpr std::string_view kMagic = "ADMENC01";
constexpr std::size_t kAlignment = 64;
constexpr std::uint32_t kArraysMax = 1000;

/// Reads forward through bytes; anything past the end fails.
class Cursor {
 public:
  explicit Cursor(std::span<const std::byte> bytes) : bytes_(bytes) {}

  template <typename Value>
  bool read(Value& value) {
    if (bytes_.size() < sizeof value) return false;
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_ = bytes_.subspan(sizeof value);
    return true;
  }
  bool read(std::string& text, std::size_t size) {
    if (bytes_.size() < size) return false;
    text.assign(reinterpret_cast<const char*>(bytes_.data()), size);
    bytes_ = bytes_.subspan(size);
    return true;
  }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace

std::span<const std::int8_t> EncoderArray::codes() const {
  if (value_bytes != 1) return {};
  return {reinterpret_cast<const std::int8_t*>(bytes.data()), bytes.size()};
}

std::span<const float> EncoderArray::floats() const {
  if (value_bytes != sizeof(float)) return {};
  return {reinterpret_cast<const float*>(bytes.data()), bytes.size() / sizeof(float)};
}

std::span<const std::uint32_t> EncoderArray::numbers() const {
  if (value_bytes != sizeof(std::uint32_t)) return {};
  return {reinterpret_cast<const std::uint32_t*>(bytes.data()),
          bytes.size() / sizeof(std::uint32_t)};
}

std::optional<EncoderFile> EncoderFile::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  void* address = MAP_FAILED;
  if (fstat(descriptor, &status) == 0 && status.st_size > 0)
    address = mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE,
                   descriptor, 0);
  close(descriptor);
  if (address == MAP_FAILED) return std::nullopt;
  EncoderFile opened;
  opened.mapped_ = {static_cast<const std::byte*>(address),
                    static_cast<std::size_t>(status.st_size)};
  if (!opened.read_directory()) return std::nullopt;
  return opened;
}

EncoderFile::EncoderFile(EncoderFile&& other) noexcept
    : mapped_(std::exchange(other.mapped_, {})), arrays_(std::move(other.arrays_)) {}

EncoderFile::~EncoderFile() {
  if (!mapped_.empty()) munmap(const_cast<std::byte*>(mapped_.data()), mapped_.size());
}

const EncoderArray* EncoderFile::find(std::string_view name) const {
  const auto found = arrays_.find(name);
  return found == arrays_.end() ? nullptr : &found->second;
}

bool EncoderFile::read_directory() {
  Cursor cursor(mapped_);
  std::string magic;
  std::uint32_t count = 0;
  if (!cursor.read(magic, kMagic.size()) || magic != kMagic || !cursor.read(count) ||
      count > kArraysMax)
    return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t name_size = 0, rows = 0, columns = 0, value_bytes = 0;
    std::uint64_t offset = 0;
    std::string name;
    EncoderArray array;
    if (!cursor.read(name_size) || !cursor.read(name, name_size) || !cursor.read(rows) ||
        !cursor.read(columns) || !cursor.read(value_bytes) || !cursor.read(array.scale) ||
        !cursor.read(offset))
      return false;
    const std::uint64_t size = std::uint64_t{rows} * columns * value_bytes;
    if ((value_bytes != 1 && value_bytes != sizeof(float)) || offset % kAlignment != 0 ||
        offset > mapped_.size() || size > mapped_.size() - offset)
      return false;
    array.rows = rows;
    array.columns = columns;
    array.value_bytes = value_bytes;
    array.bytes = mapped_.subspan(offset, size);
    arrays_.emplace(std::move(name), array);
  }
  return true;
}

}  // namespace knowledge
