#include "knowledge/content_version.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>
#include <system_error>

namespace knowledge {
namespace {

namespace fs = std::filesystem;

bool is_content(const fs::path& relative) {
  if (relative.filename().string().starts_with('.')) return false;
  // At the top, CMakeLists.txt stands beside the content.
  return relative.extension() == ".yaml" ||
         (relative.extension() == ".txt" && relative.has_parent_path());
}

/// Name to file, in the order of the names' bytes.
std::map<std::string, fs::path> content_files(const fs::path& content) {
  std::map<std::string, fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(content, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path relative = entry->path().lexically_relative(content);
    if (entry->is_regular_file(error) && is_content(relative))
      files.emplace(relative.generic_string(), entry->path());
  }
  return files;
}

class Hash {
 public:
  Hash() { crypto_generichash_init(&state_, nullptr, 0, crypto_generichash_BYTES); }

  /// With its length, so that no two lists of texts run together to the same bytes.
  void add(std::string_view text) {
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i)
      length[i] = static_cast<unsigned char>((std::uint64_t{text.size()} >> (8 * i)) & 0xFF);
    crypto_generichash_update(&state_, length.data(), length.size());
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
  }

  std::string hex() {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  }

 private:
  crypto_generichash_state state_;
};

}  // namespace

std::string content_version(const fs::path& content) {
  Hash hash;
  for (const auto& [name, file] : content_files(content)) {
    std::ifstream stream(file, std::ios::binary);
    hash.add(name);
    hash.add(std::string{std::istreambuf_iterator<char>(stream), {}});
  }
  return hash.hex();
}

}  // namespace knowledge
