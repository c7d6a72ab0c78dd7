#include "knowledge/content_file.h"

#include <unicode/unistr.h>

#include <fstream>
#include <iterator>
#include <system_error>

namespace knowledge {
namespace {

/// Line of the first byte that no UTF-8 text holds; 0 where there is none.
int first_bad_line(const std::string& bytes) {
  const auto text = icu::UnicodeString::fromUTF8(bytes);
  int line = 1;
  for (int32_t i = 0; i < text.length(); ++i) {
    if (text.charAt(i) == 0 || text.charAt(i) == 0xFFFD) return line;
    if (text.charAt(i) == u'\n') ++line;
  }
  return 0;
}

}  // namespace

std::string content_name(const std::filesystem::path& file, const std::filesystem::path& root) {
  const auto relative = file.lexically_relative(root);
  return relative.empty() ? file.filename().generic_string() : relative.generic_string();
}

std::string read_content_file(const std::filesystem::path& file, const std::filesystem::path& root,
                              Problems& problems) {
  const std::string name = content_name(file, root);
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  std::ifstream stream(file, std::ios::binary);
  if (error || !stream) {
    problems.push_back({name, 0, "cannot be read: put the file there and make it readable"});
    return {};
  }
  if (size > kContentFileBytesMax) {
    problems.push_back(
        {name, 0,
         "is over " + std::to_string(kContentFileBytesMax) + " bytes: split it or remove it"});
    return {};
  }
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  const int bad = first_bad_line(text);
  if (bad == 0) return text;
  problems.push_back({name, bad, "holds bytes that are not UTF-8 text: save the file as UTF-8"});
  return {};
}

}  // namespace knowledge
