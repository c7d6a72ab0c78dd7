#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "knowledge/problem.h"

namespace knowledge {

/// A larger file of content is a mistake (a log, a backup), not content.
inline constexpr std::size_t kContentFileBytesMax = 4 * 1024 * 1024;

/// How problems name `file`: relative to `root`, with '/' on every system.
std::string content_name(const std::filesystem::path& file, const std::filesystem::path& root);

/// The bytes of a content file, which must be valid UTF-8 without NUL. Returns "" after adding a
/// problem where it is not, cannot be read, or is over kContentFileBytesMax.
std::string read_content_file(const std::filesystem::path& file, const std::filesystem::path& root,
                              Problems& problems);

}  // namespace knowledge
